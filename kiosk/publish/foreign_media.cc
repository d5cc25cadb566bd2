#include "kiosk/publish/foreign_media.h"

#include <libexif/exif-data.h>

#include <array>
#include <memory>
#include <string_view>

namespace kiosk::publish {
namespace {

constexpr const char* kAsPicture =
    "Open it in a picture editor and save it as JPEG or PNG. A phone takes JPEG when its camera is set to \"most "
    "compatible\".";
constexpr const char* kAsStill = "Save its first picture as PNG: the kiosk shows nothing that moves.";
constexpr const char* kAsOpus =
    "Save it as Opus with one channel, for example: ffmpeg -i RECORDING -ac 1 -b:a 32k RECORDING.opus";

struct Signature {
  size_t at;
  std::string_view bytes;
  const char* name;
  const char* remedy;
};

// The longer ones first, where one begins like another.
constexpr std::array kSignatures{
    Signature{4, "ftypheic", "a HEIC picture, as phones take them", kAsPicture},
    Signature{4, "ftypheix", "a HEIC picture, as phones take them", kAsPicture},
    Signature{4, "ftypmif1", "a HEIF picture, as phones take them", kAsPicture},
    Signature{4, "ftypmsf1", "a HEIF picture, as phones take them", kAsPicture},
    Signature{4, "ftypavif", "an AVIF picture", kAsPicture},
    Signature{4, "ftypM4A", "an M4A recording, as phones make them", kAsOpus},
    Signature{4, "ftyp3gp", "a 3GP recording, as phones make them", kAsOpus},
    Signature{4, "ftyp", "an MP4 film or recording", kAsOpus},
    Signature{8, "WEBP", "a WebP picture", kAsPicture},
    Signature{8, "WAVE", "a WAV recording", kAsOpus},
    Signature{0, "GIF8", "a GIF picture", kAsStill},
    Signature{0, "II*\0", "a TIFF picture", kAsPicture},
    Signature{0, "MM\0*", "a TIFF picture", kAsPicture},
    Signature{0, "BM", "a BMP picture", kAsPicture},
    Signature{0, "8BPS", "a Photoshop picture", kAsPicture},
    Signature{0, "ID3", "an MP3 recording", kAsOpus},
    Signature{0, "\xFF\xFB", "an MP3 recording", kAsOpus},
    Signature{0, "\xFF\xF3", "an MP3 recording", kAsOpus},
    Signature{0, "\xFF\xF2", "an MP3 recording", kAsOpus},
    Signature{0, "\xFF\xF1", "an AAC recording", kAsOpus},
    Signature{0, "#!AMR", "an AMR recording, as phones make them", kAsOpus},
    Signature{0, "fLaC", "a FLAC recording", kAsOpus},
    Signature{28, "\x01vorbis", "a Vorbis recording, not Opus", kAsOpus},
    Signature{0, "<svg", "an SVG drawing", kAsPicture},
    Signature{0, "<?xml", "an SVG drawing or another text", kAsPicture},
};

}  // namespace

std::optional<ForeignKind> foreign_kind(std::span<const uint8_t> bytes) {
  const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  for (const Signature& known : kSignatures)
    if (text.size() > known.at && text.substr(known.at).starts_with(known.bytes))
      return ForeignKind{known.name, known.remedy};
  return std::nullopt;
}

int exif_orientation(std::span<const uint8_t> jpeg) {
  const std::unique_ptr<ExifData, void (*)(ExifData*)> data(
      exif_data_new_from_data(jpeg.data(), static_cast<unsigned>(jpeg.size())), exif_data_unref);
  if (!data) return 1;
  ExifEntry* entry = exif_data_get_entry(data.get(), EXIF_TAG_ORIENTATION);
  if (!entry || entry->format != EXIF_FORMAT_SHORT || entry->size < 2) return 1;
  const int orientation = exif_get_short(entry->data, exif_data_get_byte_order(data.get()));
  return orientation >= 1 && orientation <= 8 ? orientation : 1;
}

}  // namespace kiosk::publish

#include "kiosk/publish/foreign_media.h"

#include <array>
#include <string_view>

namespace kiosk::publish {
namespace {

enum class Way { picture, still, recording };

struct Signature {
  size_t at;
  std::string_view bytes;
  const char* name;
  const char* ending;
  Way way;
};

// The longer ones first, where one begins like another.
constexpr std::array kSignatures{
    Signature{4, "ftypheic", "a HEIC picture, as phones take them", ".heic", Way::picture},
    Signature{4, "ftypheix", "a HEIC picture, as phones take them", ".heic", Way::picture},
    Signature{4, "ftypmif1", "a HEIF picture, as phones take them", ".heif", Way::picture},
    Signature{4, "ftyphevc", "a HEIC picture, as phones take them", ".heic", Way::picture},
    Signature{4, "ftypmsf1", "a HEIF picture, as phones take them", ".heif", Way::picture},
    Signature{4, "ftypavif", "an AVIF picture", ".avif", Way::picture},
    Signature{4, "ftypM4A", "an M4A recording, as phones make them", ".m4a", Way::recording},
    Signature{4, "ftyp3gp", "a 3GP recording, as phones make them", ".3gp", Way::recording},
    Signature{4, "ftyp", "an MP4 film or recording", ".mp4", Way::recording},
    Signature{8, "WEBP", "a WebP picture", ".webp", Way::picture},
    Signature{8, "WAVE", "a WAV recording", ".wav", Way::recording},
    Signature{0, "GIF8", "a GIF picture", ".gif", Way::still},
    Signature{0, {"II*\0", 4}, "a TIFF picture", ".tif", Way::picture},
    Signature{0, {"MM\0*", 4}, "a TIFF picture", ".tif", Way::picture},
    Signature{0, "BM", "a BMP picture", ".bmp", Way::picture},
    Signature{0, "8BPS", "a Photoshop picture", ".psd", Way::picture},
    Signature{0, "\xFF\x0A", "a JPEG XL picture", ".jxl", Way::picture},
    Signature{4, "JXL \r\n", "a JPEG XL picture", ".jxl", Way::picture},
    Signature{0, "%PDF", "a PDF", ".pdf", Way::picture},
    Signature{0, "ID3", "an MP3 recording", ".mp3", Way::recording},
    Signature{0, "\xFF\xFB", "an MP3 recording", ".mp3", Way::recording},
    Signature{0, "\xFF\xF3", "an MP3 recording", ".mp3", Way::recording},
    Signature{0, "\xFF\xF2", "an MP3 recording", ".mp3", Way::recording},
    Signature{0, "\xFF\xF1", "an AAC recording", ".aac", Way::recording},
    Signature{0, "\xFF\xF9", "an AAC recording", ".aac", Way::recording},
    Signature{0, "#!AMR", "an AMR recording, as phones make them", ".amr", Way::recording},
    Signature{0, "fLaC", "a FLAC recording", ".flac", Way::recording},
    Signature{8, "AIFF", "an AIFF recording", ".aiff", Way::recording},
    Signature{0, "caff", "a CAF recording, as phones make them", ".caf", Way::recording},
    Signature{0, "\x30\x26\xB2\x75", "a WMA recording", ".wma", Way::recording},
    Signature{0, "\x1A\x45\xDF\xA3", "a WebM film or recording", ".webm", Way::recording},
    Signature{28, "\x01vorbis", "a Vorbis recording, not Opus", ".ogg", Way::recording},
    Signature{0, "<svg", "an SVG drawing", ".svg", Way::picture},
    Signature{0, "<?xml", "an SVG drawing or another text", ".svg", Way::picture},
};

std::string remedy_for(const Signature& known, const std::string& name) {
  switch (known.way) {
    case Way::picture:
      return "Open it in a picture editor and save it as JPEG or PNG. A phone takes JPEG when its camera is set to "
             "\"most compatible\".";
    case Way::still: return "Save its first picture as PNG: the kiosk shows nothing that moves.";
    case Way::recording: break;
  }
  const size_t dot = name.rfind('.'), slash = name.rfind('/');
  const bool has_ending = dot != std::string::npos && (slash == std::string::npos || dot > slash);
  const std::string stem = has_ending ? name.substr(0, dot) : name;
  const std::string from = name.ends_with(".opus") ? stem + known.ending : name;
  return (from == name ? "Save" : "Call it " + from + " and save") + " it as Opus with one channel: ffmpeg -i " + from +
         " -ac 1 -b:a 32k " + stem + ".opus";
}

}  // namespace

std::optional<ForeignKind> foreign_kind(std::span<const uint8_t> bytes, const std::string& name) {
  const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  for (const Signature& known : kSignatures)
    if (text.size() > known.at && text.substr(known.at).starts_with(known.bytes))
      return ForeignKind{known.name, remedy_for(known, name)};
  return std::nullopt;
}

}  // namespace kiosk::publish

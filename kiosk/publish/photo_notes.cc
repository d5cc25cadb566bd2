#include "kiosk/publish/photo_notes.h"

#include <libexif/exif-data.h>
#include <zlib.h>

#include <algorithm>
#include <memory>
#include <string_view>

#include "kiosk/publish/whole_picture.h"

namespace kiosk::publish {
namespace {

using Bytes = std::span<const uint8_t>;

constexpr size_t kMostProfileBytes = 4u << 20;
constexpr std::string_view kExif("Exif\0\0", 6);
constexpr std::string_view kProfile("ICC_PROFILE\0", 12);

std::string_view text_of(Bytes bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

// Empty: not packed as zlib does it, or too much.
std::vector<uint8_t> unpacked(Bytes packed) {
  std::vector<uint8_t> plain(kMostProfileBytes);
  uLongf size = plain.size();
  if (uncompress(plain.data(), &size, packed.data(), packed.size()) != Z_OK) return {};
  plain.resize(size);
  return plain;
}

// `exif` begins with kExif.
int orientation_in(Bytes exif) {
  const std::unique_ptr<ExifData, void (*)(ExifData*)> data(
      exif_data_new_from_data(exif.data(), static_cast<unsigned>(exif.size())), exif_data_unref);
  ExifEntry* entry = data ? exif_content_get_entry(data->ifd[EXIF_IFD_0], EXIF_TAG_ORIENTATION) : nullptr;
  if (!entry || entry->format != EXIF_FORMAT_SHORT || entry->size < 2) return 1;
  const int orientation = exif_get_short(entry->data, exif_data_get_byte_order(data.get()));
  return orientation >= 1 && orientation <= 8 ? orientation : 1;
}

// Calls `take` with the marker and the body of each segment before the points begin.
template <typename Take>
void for_each_segment(Bytes jpeg, const Take& take) {
  constexpr uint8_t kScan = 0xDA;
  for (size_t at = 2; at + 4 <= jpeg.size() && jpeg[at] == 0xFF;) {
    const uint8_t marker = jpeg[at + 1];
    if (marker == 0xFF) {  // filling
      ++at;
      continue;
    }
    const size_t length = size_t{jpeg[at + 2]} << 8 | jpeg[at + 3];
    if (marker == kScan || length < 2 || at + 2 + length > jpeg.size()) return;
    take(marker, jpeg.subspan(at + 4, length - 2));
    at += 2 + length;
  }
}

PhotoNotes notes_in_jpeg(Bytes jpeg) {
  PhotoNotes notes;
  std::vector<std::pair<uint8_t, Bytes>> parts;  // of the profile, with their numbers
  for_each_segment(jpeg, [&](uint8_t marker, Bytes body) {
    constexpr uint8_t kFirstFrame = 0xC0, kLastFrame = 0xCF, kTables = 0xC4, kReserved = 0xC8, kArithmetic = 0xCC;
    constexpr uint8_t kApp0 = 0xE0, kApp2 = 0xE2, kApp14 = 0xEE, kApp15 = 0xEF, kComment = 0xFE;
    if (marker >= kFirstFrame && marker <= kLastFrame && marker != kTables && marker != kReserved &&
        marker != kArithmetic && !body.empty())
      notes.bits = body[0];
    if (marker == kApp2 && text_of(body).starts_with(kProfile) && body.size() > kProfile.size() + 2) {
      parts.emplace_back(body[kProfile.size()], body.subspan(kProfile.size() + 2));
      return;
    }
    // JFIF in APP0 and Adobe's in APP14 say how to read the points.
    if (marker == kComment || (marker > kApp0 && marker <= kApp15 && marker != kApp14)) notes.personal = true;
    if (text_of(body).starts_with(kExif)) notes.orientation = orientation_in(body);
  });
  std::stable_sort(parts.begin(), parts.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (const auto& part : parts) notes.profile.insert(notes.profile.end(), part.second.begin(), part.second.end());
  return notes;
}

PhotoNotes notes_in_png(Bytes png) {
  constexpr size_t kSignature = 8, kHead = 8, kChecksum = 4;  // the head is a length and a name
  PhotoNotes notes;
  for (size_t at = kSignature; at + kHead + kChecksum <= png.size();) {
    const size_t length =
        size_t{png[at]} << 24 | size_t{png[at + 1]} << 16 | size_t{png[at + 2]} << 8 | size_t{png[at + 3]};
    const std::string_view name = text_of(png.subspan(at + 4, 4));
    if (length > png.size() - at - kHead - kChecksum) break;
    const Bytes body = png.subspan(at + kHead, length);
    if (name == "IHDR" && length > 8) notes.bits = body[8];
    if (name == "acTL") notes.moves = true;
    if (name == "tEXt" || name == "zTXt" || name == "iTXt" || name == "tIME" || name == "eXIf") notes.personal = true;
    if (name == "eXIf") {
      std::string exif(kExif);
      exif += text_of(body);
      notes.orientation = orientation_in({reinterpret_cast<const uint8_t*>(exif.data()), exif.size()});
    }
    if (name == "iCCP") {  // a name, a zero, how it is packed
      const size_t zero = text_of(body).find('\0');
      if (zero != std::string_view::npos && zero + 2 < body.size()) notes.profile = unpacked(body.subspan(zero + 2));
    }
    at += kHead + length + kChecksum;
  }
  return notes;
}

}  // namespace

PhotoNotes read_photo_notes(Bytes bytes) {
  return picture_kind(bytes) == PictureKind::png ? notes_in_png(bytes) : notes_in_jpeg(bytes);
}

}  // namespace kiosk::publish

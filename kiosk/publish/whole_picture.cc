#include "kiosk/publish/whole_picture.h"

#include <zlib.h>

#include <array>
#include <cstring>

#include "kiosk/base/check.h"
#include "kiosk/graphics/jpeg.h"

namespace kiosk::publish {
namespace {

constexpr std::array<uint8_t, 8> kPngSignature{0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

uint32_t crc_of(std::span<const uint8_t> bytes) {
  return static_cast<uint32_t>(::crc32(0, bytes.data(), static_cast<uInt>(bytes.size())));
}

}  // namespace

PictureKind picture_kind(std::span<const uint8_t> bytes) {
  if (bytes.size() > kPngSignature.size() &&
      std::memcmp(bytes.data(), kPngSignature.data(), kPngSignature.size()) == 0) {
    return PictureKind::png;
  }
  return graphics::is_jpeg(bytes) ? PictureKind::jpeg : PictureKind::neither;
}

bool png_is_whole(std::span<const uint8_t> bytes) {
  KIOSK_CHECK(picture_kind(bytes) == PictureKind::png);
  auto number = [&](size_t at) {
    return uint32_t{bytes[at]} << 24 | uint32_t{bytes[at + 1]} << 16 | uint32_t{bytes[at + 2]} << 8 | bytes[at + 3];
  };
  for (size_t at = kPngSignature.size(); at + 12 <= bytes.size();) {
    size_t length = number(at);
    if (length > bytes.size() - at - 12) return false;
    if (crc_of(bytes.subspan(at + 4, length + 4)) != number(at + 8 + length)) return false;
    if (std::memcmp(&bytes[at + 4], "IEND", 4) == 0) return true;
    at += 12 + length;
  }
  return false;
}

}  // namespace kiosk::publish

#include "kiosk/publish/whole_picture.h"

#include <array>
#include <cstring>

#include "kiosk/base/check.h"
#include "kiosk/graphics/jpeg.h"

namespace kiosk::publish {
namespace {

constexpr std::array<uint8_t, 8> kPngSignature{0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

constexpr std::array<uint32_t, 256> crc_table() {
  std::array<uint32_t, 256> table{};
  for (uint32_t i = 0; i < 256; ++i) {
    uint32_t c = i;
    for (int bit = 0; bit < 8; ++bit) c = c & 1 ? 0xEDB88320u ^ (c >> 1) : c >> 1;
    table[i] = c;
  }
  return table;
}

// The PNG specification's CRC-32, annex D.
uint32_t crc32(std::span<const uint8_t> bytes) {
  static constexpr std::array<uint32_t, 256> kTable = crc_table();
  uint32_t crc = 0xFFFFFFFFu;
  for (uint8_t byte : bytes) crc = kTable[(crc ^ byte) & 0xFF] ^ (crc >> 8);
  return crc ^ 0xFFFFFFFFu;
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
    if (crc32(bytes.subspan(at + 4, length + 4)) != number(at + 8 + length)) return false;
    if (std::memcmp(&bytes[at + 4], "IEND", 4) == 0) return true;
    at += 12 + length;
  }
  return false;
}

}  // namespace kiosk::publish

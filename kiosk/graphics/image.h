// Pictures in memory: decoded from PNG and JPEG within bounds, written as PNG.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

#include "kiosk/base/result.h"

namespace kiosk::graphics {

struct Image {
  int width = 0, height = 0;  // px
  std::vector<uint8_t> rgba;  // 4 bytes a pixel, rows from the top, alpha not premultiplied
};

// No picture in a catalog is larger; the bound is checked before anything is decoded.
inline constexpr int kMaxImageSide = 4096;
inline constexpr size_t kMaxImageBytes = 4 * 1024 * 1024;

// Width and height in px. Error: Code::invalid.
Status check_image_size(int width, int height);

// Error: Code::invalid (too large), Code::unsupported (a JPEG in printing colours), Code::damaged (not a PNG or JPEG,
// or cut short).
Result<Image> decode_image(std::span<const uint8_t> bytes);

// Error: Code::io.
Status write_png(const Image& image, const std::filesystem::path& path);

}  // namespace kiosk::graphics

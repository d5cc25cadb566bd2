// A picture in memory, and how large one may be.
#pragma once

#include <cstdint>
#include <string>
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
inline Status check_image_size(int width, int height) {
  if (width <= kMaxImageSide && height <= kMaxImageSide) return {};
  return Error{Code::invalid, "the picture is " + std::to_string(width) + " x " + std::to_string(height) +
                                  " pixels; at most 4096 a side are allowed. Save it smaller."};
}

}  // namespace kiosk::graphics

// What is done to a picture before it goes into a catalog, in kioskctl alone: turned, made smaller, written again.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "kiosk/graphics/pixels.h"

namespace kiosk::graphics {

struct PictureSize {
  int width = 0, height = 0;  // px

  int longest() const { return width > height ? width : height; }
};

// By its head alone. None: neither PNG nor JPEG, or damaged.
std::optional<PictureSize> size_of_picture(std::span<const uint8_t> bytes);

std::optional<PictureSize> size_of_jpeg(std::span<const uint8_t> bytes);

// How a camera was held, as Exif counts it: 1 is upright. 5 to 8 swap width and height.
using Orientation = int;

// The same points without a loss, upright, and without what is beside them: camera, place, profile. Up to 15 rows
// or columns at an edge that has to move are left out. Precondition: a JPEG that decodes. Error: Code::damaged.
Result<std::vector<uint8_t>> turned_jpeg(std::span<const uint8_t> bytes, Orientation orientation);

Image turned(const Image& image, Orientation orientation);

// For pictures beyond the bounds of decode_image(); of a JPEG no more is held than `longest` px a side need.
// Error: as decode_image(), Code::invalid for a PNG of more than kMostPixels.
inline constexpr int64_t kMostPixels = 64'000'000;
Result<Image> decode_large_png(std::span<const uint8_t> bytes);
Result<Image> decode_large_jpeg(std::span<const uint8_t> bytes, int longest);

// No side longer than `longest`; as it is where none is.
Image scaled(const Image& image, int longest);

bool is_opaque(const Image& image);

std::vector<uint8_t> encode_png(const Image& image);
// What is transparent becomes what its colour is. Error: Code::io.
Result<std::vector<uint8_t>> encode_jpeg(const Image& image);

}  // namespace kiosk::graphics

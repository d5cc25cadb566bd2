// Pictures as phones, cameras and screens make them, made here point by point and note by note.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "kiosk/graphics/image.h"

namespace kiosk::test {

// A PNG of grey points, 8 bits each.
std::vector<uint8_t> png(uint32_t width, uint32_t height);

// One whose head claims points that do not come.
std::string claiming_png(uint32_t width, uint32_t height);

// A PNG of red, green and blue, 16 bits each, in one colour.
std::string deep_png(uint32_t width, uint32_t height, uint16_t red, uint16_t green, uint16_t blue);

// `png` with a chunk after its head.
std::string with_chunk(const std::string& png, const std::string& name, const std::string& body);
// zlib's form of bytes, for chunks that want it.
std::string in_zlib(const std::string& bytes);

// `jpeg` with a segment before all others.
std::string with_segment(const std::string& jpeg, uint8_t marker, const std::string& body);

// TIFF's form of a note with two entries: how the camera was held, and a remark.
std::string held(int orientation, bool big_endian, const std::string& remark = "");

std::string jpeg_of(const graphics::Image& image);
std::string png_of(const graphics::Image& image);

// Four fields: red and green above, blue and white below.
graphics::Image four_fields(int width, int height);
// The colour in the middle of a field: "red", "green", "blue", "white" or what it is.
std::string field(const graphics::Image& image, bool right, bool below);

// Points that no compression makes smaller.
graphics::Image noise(int width, int height);

}  // namespace kiosk::test

// A JPEG in memory becomes pixels, by libjpeg-turbo.
#pragma once

#include <span>

#include "kiosk/graphics/pixels.h"

namespace kiosk::graphics {

inline bool is_jpeg(std::span<const uint8_t> bytes) { return bytes.size() > 2 && bytes[0] == 0xff && bytes[1] == 0xd8; }

// Precondition: is_jpeg. Error: Code::invalid (too large), Code::unsupported (in printing colours), Code::damaged
// (cut short anywhere too).
Result<Image> decode_jpeg(std::span<const uint8_t> bytes);

}  // namespace kiosk::graphics

// Picture files: PNG and JPEG decoded within bounds, PNG written.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>

#include "kiosk/base/result.h"
#include "kiosk/graphics/pixels.h"

namespace kiosk::graphics {

// Error: Code::invalid (too large), Code::unsupported (a JPEG in printing colours), Code::damaged (not a PNG or JPEG,
// or cut short).
Result<Image> decode_image(std::span<const uint8_t> bytes);

// Error: Code::io.
Status write_png(const Image& image, const std::filesystem::path& path);

}  // namespace kiosk::graphics

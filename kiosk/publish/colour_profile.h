// Colours that a phone or a camera counts by a range of its own (Display P3, Adobe RGB), made those of every screen.
#pragma once

#include <cstdint>
#include <span>

#include "kiosk/graphics/image.h"

namespace kiosk::publish {

// Whether colours by this ICC profile look different from sRGB. False too for one that cannot be read or is not of RGB.
bool is_foreign_profile(std::span<const uint8_t> profile);

// REQUIRES: is_foreign_profile(profile)
void convert_to_srgb(graphics::Image& image, std::span<const uint8_t> profile);

}  // namespace kiosk::publish

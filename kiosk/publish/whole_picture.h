// What kind of picture a file is, and whether a PNG arrived whole: its decoder passes over checksums, so one damaged on
// its way to the editor would reach the screen. That of JPEG takes nothing that is damaged or cut short
// (kiosk/graphics/jpeg.h).
#pragma once

#include <cstdint>
#include <span>

namespace kiosk::publish {

enum class PictureKind { png, jpeg, neither };

PictureKind picture_kind(std::span<const uint8_t> bytes);

// Every chunk has its checksum, and the last is the end. REQUIRES: it is a PNG.
bool png_is_whole(std::span<const uint8_t> bytes);

}  // namespace kiosk::publish

// Whether the file of a picture arrived whole. Decoders are lenient: they pass over a PNG's checksums and take a JPEG that
// stops early for a grey one, so a picture damaged on its way to the editor would reach the screen.
#pragma once

#include <cstdint>
#include <span>

namespace kiosk::publish {

enum class PictureKind { png, jpeg, neither };

PictureKind picture_kind(std::span<const uint8_t> bytes);

// Every chunk of a PNG has its checksum, and the last is the end; a JPEG has its end marker.
// REQUIRES: it is one of the two.
bool picture_is_whole(std::span<const uint8_t> bytes);

}  // namespace kiosk::publish

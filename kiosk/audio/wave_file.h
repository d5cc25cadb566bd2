// A sound as the bytes of a WAV file, for people who want to hear what a tour recorded.
#pragma once

#include <cstdint>
#include <vector>

#include "kiosk/audio/sound.h"

namespace kiosk::audio {

std::vector<uint8_t> encode_wave(const Sound& sound);

}  // namespace kiosk::audio

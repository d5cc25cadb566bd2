// The same sound at another speed, by SoundTouch. Any thread.
#pragma once

#include <span>

#include "kiosk/audio/sound.h"

namespace kiosk::audio {

// Slower (tempo < 1) or faster, at the same pitch. The length becomes length / tempo. 0.5 <= tempo <= 2
Sound change_tempo(const Sound& sound, double tempo);

// From another sampling rate to ours, at the same pitch and speed. 8000 <= rate <= 48000
Sound resample(std::span<const int16_t> samples, int rate);

}  // namespace kiosk::audio

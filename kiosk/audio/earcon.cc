#include "kiosk/audio/earcon.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace kiosk::audio {

namespace {

// Adds a note like a struck bar: a fundamental and its fourth harmonic, dying away. `at` in seconds.
void strike(Sound& sound, double at, double hertz, double level, double decay) {
  auto begin = static_cast<size_t>(at * kSampleRate);
  for (size_t i = begin; i < sound.samples.size(); ++i) {
    double t = static_cast<double>(i - begin) / kSampleRate;
    double attack = std::min(1.0, t / 0.005);
    double phase = 2 * std::numbers::pi * hertz * t;
    double value = attack * std::exp(-t / decay) * (std::sin(phase) + 0.25 * std::exp(-t / 0.05) * std::sin(4 * phase));
    sound.samples[i] =
        static_cast<int16_t>(std::clamp(sound.samples[i] + std::lround(level * 32767 * value), -32768L, 32767L));
  }
}

// Without this the last sample would jump to silence and click.
void fade_out(Sound& sound) {
  size_t length = std::min(sound.samples.size(), samples_in(milliseconds(20)));
  for (size_t i = 0; i < length; ++i) {
    int16_t& sample = sound.samples[sound.samples.size() - 1 - i];
    sample = static_cast<int16_t>(sample * static_cast<double>(i) / static_cast<double>(length));
  }
}

}  // namespace

Sound home_earcon() {
  Sound sound = silence(milliseconds(1200));
  strike(sound, 0.0, 523.25, 0.25, 0.25);   // C5
  strike(sound, 0.18, 659.26, 0.25, 0.25);  // E5
  strike(sound, 0.36, 783.99, 0.25, 0.30);  // G5
  fade_out(sound);
  return sound;
}

Sound key_tone() {
  Sound sound = silence(milliseconds(100));
  strike(sound, 0, 880, 0.2, 0.04);
  fade_out(sound);
  return sound;
}

Sound end_tone() {
  Sound sound = silence(milliseconds(150));
  strike(sound, 0, 196, 0.35, 0.06);
  fade_out(sound);
  return sound;
}

}  // namespace kiosk::audio

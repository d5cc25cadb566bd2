// A piece of sound in memory: one channel, 48 kHz, 16 bit. The only form in which sound moves between our parts.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace kiosk::audio {

inline constexpr int kSampleRate = 48000;

using std::chrono::milliseconds;

constexpr size_t samples_in(milliseconds time) { return static_cast<size_t>(time.count()) * kSampleRate / 1000; }
constexpr milliseconds time_of(size_t samples) { return milliseconds(samples * 1000 / kSampleRate); }

struct Sound {
  std::vector<int16_t> samples;

  milliseconds duration() const { return time_of(samples.size()); }
};

inline Sound silence(milliseconds time) { return {std::vector<int16_t>(samples_in(time), 0)}; }

}  // namespace kiosk::audio

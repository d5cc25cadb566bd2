// Makes Ogg Opus recordings for tests, so that each says in code what is in it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "kiosk/audio/sound.h"

namespace kiosk::tests {

// `channels` copies of the sound side by side.
std::vector<uint8_t> encode_opus(const audio::Sound& sound, int channels = 1);

struct OpusFile {
  std::vector<std::string> notes = {};  // "KEY=value"
  std::string picture = {};             // bytes of a cover
  int rate = audio::kSampleRate;        // what the samples are said to be
};

// Each channel with a sound of its own, all as long as the first.
std::vector<uint8_t> encode_opus(const std::vector<audio::Sound>& channels, const OpusFile& file = {});

// A sine of this level: the level of a full-scale sine is -3 dBFS.
audio::Sound sine(double hertz, audio::milliseconds time, double dbfs);

}  // namespace kiosk::tests

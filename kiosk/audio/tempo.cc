#include "kiosk/audio/tempo.h"

#include <soundtouch/SoundTouch.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <type_traits>

#include "kiosk/base/check.h"

namespace kiosk::audio {

namespace {

using soundtouch::SAMPLETYPE;
constexpr bool kFloat = std::is_floating_point_v<SAMPLETYPE>;  // Debian builds it for float, on armhf for integers

SAMPLETYPE to_library(int16_t sample) {
  if constexpr (kFloat) return static_cast<SAMPLETYPE>(sample / 32768.0);
  return static_cast<SAMPLETYPE>(sample);
}

int16_t from_library(SAMPLETYPE sample) {
  double value = kFloat ? static_cast<double>(sample) * 32768.0 : static_cast<double>(sample);
  return static_cast<int16_t>(std::lround(std::clamp(value, -32768.0, 32767.0)));
}

// REQUIRES: the processor is set up for one channel. `length` is how many samples must come out.
std::vector<int16_t> process(soundtouch::SoundTouch& processor, std::span<const int16_t> samples, size_t length) {
  constexpr size_t kChunk = 4096;
  std::vector<int16_t> out;
  out.reserve(length + kChunk);
  SAMPLETYPE block[kChunk];
  auto drain = [&] {
    while (unsigned count = processor.receiveSamples(block, kChunk))
      std::transform(block, block + count, std::back_inserter(out), from_library);
  };
  for (size_t at = 0; at < samples.size(); at += kChunk) {
    size_t count = std::min(kChunk, samples.size() - at);
    std::transform(samples.begin() + static_cast<std::ptrdiff_t>(at),
                   samples.begin() + static_cast<std::ptrdiff_t>(at + count), block, to_library);
    processor.putSamples(block, static_cast<unsigned>(count));
    drain();
  }
  processor.flush();
  drain();
  out.resize(length, 0);
  return out;
}

}  // namespace

Sound change_tempo(const Sound& sound, double tempo) {
  KIOSK_CHECK(tempo >= 0.5 && tempo <= 2);
  if (tempo == 1 || sound.samples.empty()) return sound;
  try {
    soundtouch::SoundTouch processor;
    processor.setSampleRate(kSampleRate);
    processor.setChannels(1);
    processor.setTempo(tempo);
    // Windows for speech: short enough that no syllable is heard twice.
    processor.setSetting(SETTING_SEQUENCE_MS, 40);
    processor.setSetting(SETTING_SEEKWINDOW_MS, 15);
    processor.setSetting(SETTING_OVERLAP_MS, 8);
    auto length = static_cast<size_t>(std::llround(static_cast<double>(sound.samples.size()) / tempo));
    return {process(processor, sound.samples, length)};
  } catch (const std::runtime_error&) {
    return sound;  // at its own speed rather than not at all
  }
}

Sound resample(std::span<const int16_t> samples, int rate) {
  KIOSK_CHECK(rate >= 8000 && rate <= kSampleRate);
  if (rate == kSampleRate) return {std::vector<int16_t>(samples.begin(), samples.end())};
  try {
    soundtouch::SoundTouch processor;
    processor.setSampleRate(static_cast<unsigned>(rate));
    processor.setChannels(1);
    processor.setRate(static_cast<double>(rate) / kSampleRate);
    return {process(processor, samples, samples.size() * kSampleRate / static_cast<size_t>(rate))};
  } catch (const std::runtime_error&) { return {}; }
}

}  // namespace kiosk::audio

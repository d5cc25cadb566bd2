#include "kiosk/audio/loudness.h"

// Loudness as broadcasters measure it (ITU-R BS.1770, by libebur128), because peaks say nothing of how loud a voice is.
// Its gate works on blocks of 0.4 s, so a single word often has no loudness at all by it; there the level of the
// audible part is close enough. A synthetic voice that is brought to the loudness of the recordings would clip, since
// it peaks far above its loudness: peaks are turned down one by one instead of all of the sound.

#include <ebur128.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <memory>

#include "kiosk/audio/volume.h"
#include "kiosk/base/check.h"

namespace kiosk::audio {

namespace {

constexpr double kSilence = -144;
constexpr double kAudible = -50;

double decibels(double amplitude) { return amplitude <= 0 ? kSilence : std::max(kSilence, 20 * std::log10(amplitude)); }

struct FreeMeter {
  void operator()(ebur128_state* state) const { ebur128_destroy(&state); }
};

}  // namespace

Loudness measure_loudness(const Sound& sound) {
  Loudness loudness;
  std::unique_ptr<ebur128_state, FreeMeter> meter(
      ebur128_init(1, kSampleRate, EBUR128_MODE_I | EBUR128_MODE_LRA | EBUR128_MODE_TRUE_PEAK));
  KIOSK_CHECK(meter != nullptr);  // only out of memory
  ebur128_add_frames_short(meter.get(), sound.samples.data(), sound.samples.size());
  double value = 0;
  if (ebur128_loudness_global(meter.get(), &value) == EBUR128_SUCCESS && std::isfinite(value))
    loudness.integrated = value;
  if (ebur128_loudness_range(meter.get(), &value) == EBUR128_SUCCESS) loudness.range = value;
  if (ebur128_true_peak(meter.get(), 0, &value) == EBUR128_SUCCESS) loudness.true_peak = decibels(value);
  return loudness;
}

double level(const Sound& sound, size_t begin, size_t end) {
  end = std::min(end, sound.samples.size());
  if (begin >= end) return kSilence;
  double sum = 0;
  for (size_t i = begin; i < end; ++i) sum += static_cast<double>(sound.samples[i]) * sound.samples[i];
  return decibels(std::sqrt(sum / static_cast<double>(end - begin)) / 32768);
}

Extent audible_extent(const Sound& sound) {
  const double threshold = 32768 * static_cast<double>(gain_of(kAudible));
  auto audible = [&](int16_t sample) { return std::abs(static_cast<int>(sample)) > threshold; };
  auto first = std::find_if(sound.samples.begin(), sound.samples.end(), audible);
  if (first == sound.samples.end()) return {};
  auto last = std::find_if(sound.samples.rbegin(), sound.samples.rend(), audible);
  return {static_cast<size_t>(first - sound.samples.begin()), static_cast<size_t>(last.base() - sound.samples.begin())};
}

Sound trim_silence(const Sound& sound) {
  Extent extent = audible_extent(sound);
  if (extent.begin == extent.end) return {};
  const size_t margin = samples_in(milliseconds(10));
  size_t begin = extent.begin - std::min(extent.begin, margin);
  size_t end = std::min(extent.end + margin, sound.samples.size());
  return {{sound.samples.begin() + static_cast<std::ptrdiff_t>(begin),
           sound.samples.begin() + static_cast<std::ptrdiff_t>(end)}};
}

namespace {

// Brings peaks under the ceiling by turning the sound down around them, smoothly over 4 ms, instead of turning down all
// of it: a synthetic voice peaks far above its loudness.
void limit_peaks(std::vector<double>& samples, double ceiling) {
  const size_t reach = samples_in(milliseconds(2));
  std::vector<double> gains(samples.size(), 1);
  for (size_t i = 0; i < samples.size(); ++i) {
    double peak = std::abs(samples[i]);
    if (peak <= ceiling) continue;
    for (size_t j = i - std::min(i, reach); j < std::min(i + reach + 1, samples.size()); ++j)
      gains[j] = std::min(gains[j], ceiling / peak);
  }
  // A mean over the same reach never exceeds the least gain at the peak itself, so the ceiling holds.
  double sum = 0;
  size_t first = 0, last = 0;  // the mean is over [first, last)
  for (size_t i = 0; i < samples.size(); ++i) {
    for (; last < std::min(i + reach + 1, samples.size()); ++last) sum += gains[last];
    for (; first + reach < i; ++first) sum -= gains[first];
    samples[i] *= std::min(1.0, sum / static_cast<double>(last - first));
  }
}

}  // namespace

void normalize_speech(Sound& sound) {
  const Loudness loudness = measure_loudness(sound);
  double now = kSilence;
  if (loudness.integrated) {
    now = *loudness.integrated;
  } else {
    // BS.1770 gates in blocks of 0.4 s. On speech its value lies close to the plain level of what is audible.
    Extent extent = audible_extent(sound);
    now = level(sound, extent.begin, extent.end);
  }
  if (now <= -70) return;  // silence stays silence
  const double factor = std::pow(10, (kTargetLoudness - now) / 20);
  std::vector<double> samples(sound.samples.begin(), sound.samples.end());
  for (double& sample : samples) sample *= factor;
  // True peaks lie between the samples, up to half a decibel above them in speech.
  limit_peaks(samples, 32768 * static_cast<double>(gain_of(-1.5)));
  for (size_t i = 0; i < samples.size(); ++i)
    sound.samples[i] = static_cast<int16_t>(std::clamp(std::lround(samples[i]), -32768L, 32767L));
}

}  // namespace kiosk::audio

// Measures speech and judges recordings by what listeners need (R97, R98). For `kioskctl content report`, for bringing
// synthetic voices to the level of the recordings, and for tests. Any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/audio/opus_decoder.h"
#include "kiosk/audio/sound.h"

namespace kiosk::audio {

// What speech is brought to: LUFS of ITU-R BS.1770, one channel.
inline constexpr double kTargetLoudness = -19;

struct Loudness {
  std::optional<double> integrated;  // LUFS; none: nothing above the gate (silence, or under 0.4 s)
  double true_peak = -144;           // dBTP; -144 for digital silence
  double range = 0;                  // LU
};

Loudness measure_loudness(const Sound& sound);

// Level of a stretch as the root of its mean square, in dBFS; a full-scale sine is -3. -144 for digital silence.
double level(const Sound& sound, size_t begin, size_t end);

// Samples before and after which there is nothing above -50 dBFS; both equal when there is nothing at all.
struct Extent {
  size_t begin = 0, end = 0;
};
Extent audible_extent(const Sound& sound);

// Cuts off leading and trailing silence, keeping 10 ms of it.
Sound trim_silence(const Sound& sound);

// Brings speech to kTargetLoudness, with its peaks held below -1 dBTP. Words too short for BS.1770 are measured by the
// level of their audible part.
void normalize_speech(Sound& sound);

enum class Fault {
  too_quiet,         // below -20 LUFS
  too_loud,          // above -18 LUFS
  clipping,          // true peak above -1 dBTP
  uneven,            // loudness range above 8 LU
  noisy,             // its quietest stretches are above -50 dBFS
  silent,            // nothing to hear
  many_channels,     // more than one
  dead_channel,      // two, of which one is much quieter: mixed, the speech is half as loud
  opposed_channels,  // two, of which one is the other upside down: mixed, nothing is left
  cover_picture,     // which no one hears, and every kiosk fetches
  place_noted,       // the file says where it was recorded
  late_start,        // more than 150 ms before the first sound
  late_end,          // more than a second after the last one
  too_short,         // under 0.3 s
  too_long,          // over 20 s
  narrow_bandwidth,  // made from less than 16000 samples a second
};

struct Finding {
  Fault fault;
  std::string sentence;  // for content staff: what was measured, what is wanted
};

struct Inspection {
  milliseconds length{0};
  Loudness loudness;
  double noise_floor = -144;  // dBFS: one stretch of 20 ms in twenty is quieter
  milliseconds leading_silence{0};
  std::vector<Finding> findings;  // empty: as it should be
};

Inspection inspect(const Recording& recording);

}  // namespace kiosk::audio

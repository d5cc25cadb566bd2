// The second half of loudness.h: judging a recording by R97 and R98.
#include <algorithm>
#include <cmath>
#include <cstdio>

#include "kiosk/audio/loudness.h"

namespace kiosk::audio {

namespace {

std::string sentence(const char* format, double measured) {
  char text[200];
  std::snprintf(text, sizeof text, format, measured);
  return text;
}

double noise_floor(const Sound& sound) {
  constexpr size_t kStretch = kSampleRate / 50;
  std::vector<double> levels;
  for (size_t at = 0; at + kStretch <= sound.samples.size(); at += kStretch)
    levels.push_back(level(sound, at, at + kStretch));
  if (levels.empty()) return level(sound, 0, sound.samples.size());
  auto quiet = levels.begin() + static_cast<std::ptrdiff_t>(levels.size() / 20);
  std::nth_element(levels.begin(), quiet, levels.end());
  return *quiet;
}

// What is known of the file apart from its sound as it is heard.
template <typename Say>
void find_in_file(const Recording& recording, const Say& say) {
  constexpr double kMuch = 12;     // dB; voices in the middle of a stereo picture differ by less
  constexpr double kOpposed = 20;  // dB
  if (recording.channels > 1)
    say(Fault::many_channels, "It has %.0f channels; wanted is one.", static_cast<double>(recording.channels));
  const double apart = std::fabs(recording.left - recording.right);
  const double lost =
      std::max(recording.left, recording.right) - level(recording.sound, 0, recording.sound.samples.size());
  if (recording.channels == 2 && apart > kMuch) {
    say(Fault::dead_channel,
        recording.left < recording.right ? "Its left channel is %.0f dB quieter than the right one: leave it out."
                                         : "Its right channel is %.0f dB quieter than the left one: leave it out.",
        apart);
  } else if (recording.channels == 2 && lost > kOpposed) {
    say(Fault::opposed_channels, "Its two channels cancel each other (%.0f dB): leave one of them out.", lost);
  }
  if (recording.picture_bytes > 0)
    say(Fault::cover_picture, "It carries a picture of %.0f kB, which no one sees: leave it out.",
        std::ceil(static_cast<double>(recording.picture_bytes) / 1024));
  if (recording.place_noted) say(Fault::place_noted, "It says where it was recorded: leave that note out.", 0);
  if (recording.original_rate > 0 && recording.original_rate < 16000)
    say(Fault::narrow_bandwidth, "It was made from %.0f samples a second; at least 16000.", recording.original_rate);
}

}  // namespace

Inspection inspect(const Recording& recording) {
  const Sound& sound = recording.sound;
  Inspection found;
  found.length = sound.duration();
  found.loudness = measure_loudness(sound);
  found.noise_floor = noise_floor(sound);
  auto say = [&](Fault fault, const char* format, double measured) {
    found.findings.push_back({fault, sentence(format, measured)});
  };

  find_in_file(recording, say);
  const double seconds = static_cast<double>(found.length.count()) / 1000;
  if (seconds < 0.3) say(Fault::too_short, "It lasts %.2f s: too short to be speech.", seconds);
  if (seconds > 20)
    say(Fault::too_long, "It lasts %.1f s; cut it into pieces of at most 20 s, one idea each.", seconds);

  Extent extent = audible_extent(sound);
  if (extent.begin == extent.end) {
    say(Fault::silent, "Nothing can be heard in it (%.0f dBFS).", level(sound, 0, sound.samples.size()));
    return found;
  }
  found.leading_silence = time_of(extent.begin);
  if (found.leading_silence > milliseconds(150)) {
    say(Fault::late_start, "It begins with %.2f s of silence; at most 0.15 s.",
        static_cast<double>(found.leading_silence.count()) / 1000);
  }
  const milliseconds end_silence = time_of(sound.samples.size() - extent.end);
  if (end_silence > milliseconds(1000))
    say(Fault::late_end, "It ends with %.1f s of silence; at most one second.",
        static_cast<double>(end_silence.count()) / 1000);
  if (found.loudness.integrated) {
    double loudness = *found.loudness.integrated;
    if (loudness < kTargetLoudness - 1)
      say(Fault::too_quiet, "Its loudness is %.1f LUFS; wanted is -19, one more or less.", loudness);
    if (loudness > kTargetLoudness + 1)
      say(Fault::too_loud, "Its loudness is %.1f LUFS; wanted is -19, one more or less.", loudness);
  }
  if (found.loudness.true_peak > -1)
    say(Fault::clipping, "Its true peak is %.1f dBTP; at most -1.", found.loudness.true_peak);
  if (found.loudness.range > 8)
    say(Fault::uneven, "Its loudness ranges over %.1f LU; at most 8.", found.loudness.range);
  if (found.noise_floor > -50)
    say(Fault::noisy, "Its quietest moments are at %.0f dBFS; at most -50.", found.noise_floor);
  return found;
}

}  // namespace kiosk::audio

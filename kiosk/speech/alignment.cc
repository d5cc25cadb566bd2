#include "kiosk/speech/alignment.h"

// Which sentence of a recording is heard? Reading along (R99) needs to know, and a recording comes without marks.
// The choice: share the length out by the number of letters, then move each boundary to the best pause nearby. People
// pause between sentences, so the marks are right to within a breath for ordinary reading.
// Rejected: forced alignment by speech recognition, for which most languages here have no model; marks set by hand,
// which content staff would have to redo with every recording.
// This breaks where a reader pauses longer inside sentences than between them: then a mark comes early or late, and the
// words and the sound are still complete.

#include <algorithm>
#include <cmath>

#include "kiosk/audio/loudness.h"
#include "kiosk/base/utf8.h"

namespace kiosk::speech {

namespace {

using audio::milliseconds;

struct Pause {
  size_t begin = 0, end = 0;  // samples
};

// Stretches of at least 200 ms that are 30 dB quieter than the recording as a whole.
std::vector<Pause> pauses(const audio::Sound& sound) {
  const size_t frame = audio::samples_in(milliseconds(10));
  const double threshold = audio::level(sound, 0, sound.samples.size()) - 30;
  std::vector<Pause> found;
  size_t begin = 0;
  bool quiet = false;
  for (size_t at = 0; at <= sound.samples.size(); at += frame) {
    bool now = at < sound.samples.size() && audio::level(sound, at, at + frame) < threshold;
    if (now && !quiet) begin = at;
    if (!now && quiet && at - begin >= audio::samples_in(milliseconds(200))) found.push_back({begin, at});
    quiet = now;
  }
  return found;
}

}  // namespace

std::vector<size_t> align(const audio::Sound& recording, std::string_view text,
                          const std::vector<TextRange>& sentences) {
  const size_t total = recording.samples.size();
  std::vector<size_t> weights;
  size_t remaining = 0;
  for (const TextRange& range : sentences) {
    weights.push_back(std::max<size_t>(1, count_code_points(text.substr(range.begin, range.end - range.begin))));
    remaining += weights.back();
  }
  const std::vector<Pause> all = pauses(recording);
  std::vector<size_t> begins;
  size_t begin = 0;
  for (size_t i = 0; i < sentences.size(); ++i) {
    begins.push_back(begin);
    if (i + 1 == sentences.size()) break;
    // What is left of the recording, shared out by length; counted from each boundary again, so that errors do not add
    // up.
    const double length =
        static_cast<double>(total - begin) * static_cast<double>(weights[i]) / static_cast<double>(remaining);
    const double expected = static_cast<double>(begin) + length;
    remaining -= weights[i];
    // Among the pauses within half a sentence, a long one may be further away than a short one.
    double best = length / 2;
    auto next = static_cast<size_t>(expected);
    for (const Pause& pause : all) {
      if (pause.begin <= begin || pause.end >= total) continue;
      double distance = std::abs(static_cast<double>(pause.begin + pause.end) / 2 - expected) -
                        static_cast<double>(pause.end - pause.begin) / 2;
      if (distance < best) {
        best = distance;
        next = pause.end;
      }
    }
    begin = std::clamp(next, begin, total);
  }
  begins.push_back(total);
  return begins;
}

}  // namespace kiosk::speech

#include <doctest/doctest.h>

#include <cmath>

#include "kiosk/audio/loudness.h"
#include "kiosk/audio/tempo.h"
#include "tests/support/opus_writer.h"

using namespace kiosk;
using namespace kiosk::audio;

namespace {

// Pitch of a steady sound by its upward zero crossings.
double pitch(const Sound& sound, size_t begin, size_t end) {
  int crossings = 0;
  for (size_t i = begin + 1; i < end; ++i) crossings += sound.samples[i - 1] < 0 && sound.samples[i] >= 0;
  return crossings * static_cast<double>(kSampleRate) / static_cast<double>(end - begin);
}

}  // namespace

TEST_CASE("R96: slower speech lasts a quarter longer and keeps its pitch and level") {
  Sound tone = tests::sine(300, milliseconds(4000), -20);
  Sound slow = change_tempo(tone, 0.8);
  CHECK(slow.samples.size() == tone.samples.size() * 5 / 4);
  CHECK(pitch(slow, 48000, 4 * 48000) == doctest::Approx(300).epsilon(0.02));
  CHECK(level(slow, 48000, 4 * 48000) == doctest::Approx(-20).epsilon(0.05));
}

TEST_CASE("a tempo of one changes nothing") {
  Sound tone = tests::sine(300, milliseconds(100), -20);
  CHECK(change_tempo(tone, 1).samples == tone.samples);
  CHECK(change_tempo({}, 0.8).samples.empty());
}

TEST_CASE("sound of another sampling rate keeps length, pitch and level") {
  Sound tone = tests::sine(300, milliseconds(2000), -20);
  tone.samples.resize(22050);  // taken as 22050 a second: one second at 137.8 Hz
  Sound same = resample(tone.samples, 22050);
  CHECK(same.samples.size() == 48000);
  CHECK(pitch(same, 4800, 43200) == doctest::Approx(300 * 22050.0 / 48000).epsilon(0.02));
  CHECK(level(same, 4800, 43200) == doctest::Approx(-20).epsilon(0.05));
}

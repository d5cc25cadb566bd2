#include <doctest/doctest.h>

#include "kiosk/audio/earcon.h"
#include "kiosk/audio/loudness.h"

using namespace kiosk::audio;

TEST_CASE("R20: the home earcon lasts one to two seconds, is always the same and does not clip") {
  Sound once = home_earcon();
  CHECK(once.duration() >= milliseconds(1000));
  CHECK(once.duration() <= milliseconds(2000));
  CHECK(once.samples == home_earcon().samples);
  CHECK(measure_loudness(once).true_peak <= -1);
  CHECK(level(once, 0, once.samples.size()) > -40);
}

TEST_CASE("R15: the tone of a secret digit is always the same") {
  CHECK(key_tone().samples == key_tone().samples);
  CHECK(key_tone().samples != end_tone().samples);
}

TEST_CASE("a tone ends without a click") {
  for (const Sound& sound : {home_earcon(), key_tone(), end_tone()}) CHECK(sound.samples.back() == 0);
}

#include <doctest/doctest.h>

#include "kiosk/speech/privacy.h"

using namespace kiosk::speech;
using kiosk::audio::Way;
using kiosk::catalog::Sensitivity;

TEST_CASE("R56: a red page goes to the loudspeaker only when that was chosen knowingly") {
  Privacy privacy;
  CHECK_FALSE(privacy.way(Sensitivity::red, Asked::automatically));
  CHECK_FALSE(privacy.way(Sensitivity::red, Asked::by_visitor));
  CHECK(privacy.way(Sensitivity::red, Asked::aloud_knowingly) == Way::loudspeaker);
  CHECK(privacy.way(Sensitivity::green, Asked::automatically) == Way::loudspeaker);
  CHECK(privacy.way(Sensitivity::yellow, Asked::automatically) == Way::loudspeaker);
}

TEST_CASE("R56: a red page on the loudspeaker is quieter, in headphones it is not") {
  CHECK(Privacy::trim(Sensitivity::red, Way::loudspeaker) < 0);
  CHECK(Privacy::trim(Sensitivity::red, Way::headphones) == 0);
  CHECK(Privacy::trim(Sensitivity::green, Way::loudspeaker) == 0);
}

TEST_CASE("R6: once headphones were in, the loudspeaker stays silent until the next session") {
  Privacy privacy;
  privacy.set_headphones(true);
  CHECK(privacy.way(Sensitivity::red, Asked::automatically) == Way::headphones);
  privacy.set_headphones(false);
  for (Asked asked : {Asked::automatically, Asked::by_visitor, Asked::aloud_knowingly})
    CHECK_FALSE(privacy.way(Sensitivity::green, asked));
  privacy.reset();
  CHECK(privacy.way(Sensitivity::green, Asked::automatically) == Way::loudspeaker);
}

TEST_CASE("R6: headphones that stay plugged in between two visitors are used by the next") {
  Privacy privacy;
  privacy.set_headphones(true);
  privacy.reset();
  CHECK(privacy.way(Sensitivity::green, Asked::automatically) == Way::headphones);
  privacy.set_headphones(false);
  CHECK_FALSE(privacy.way(Sensitivity::green, Asked::automatically));
}

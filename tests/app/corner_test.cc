// The corner of the panel that is marked for the fingers of who cannot see: a finger that rests there starts speech.
#include <doctest/doctest.h>

#include "tests/app/heard_stage.h"

using namespace kiosk;
using audio::Way;
using test::contains;
using test::HeardStage;
using test::HeardVisit;

TEST_CASE(
    "R9 R37: a finger that rests in the marked lower corner starts speech; a press there means what it always does") {
  HeardStage stage;
  HeardVisit& visit = stage.visit;
  visit.down(1275, 795);
  visit.wait(1.4);
  CHECK_FALSE(visit.tree().modes.speech);
  visit.wait(0.3);
  CHECK(visit.tree().modes.speech);
  visit.up(1275, 795);
  CHECK(visit.tree().screen == "languages");  // the button under that finger was not pressed
  size_t begin = visit.here();
  visit.wait(1);
  CHECK_FALSE(visit.silent(Way::loudspeaker, begin, visit.here()));
  visit.wait_until_silent();
  std::string heard = visit.take_transcript();
  CHECK(contains(heard, "Welcome."));
  CHECK(contains(heard, "Tap it twice to choose it."));
  CHECK_FALSE(contains(heard, "arrow keys"));

  HeardStage pressed;
  pressed.visit.tap("language-ar");  // the rail stands at that side now, and text size in its lowest place
  Rect in_corner = pressed.visit.tree().at(1268, 788)->rect;
  pressed.visit.down(in_corner.right() - 2, in_corner.bottom() - 2);
  pressed.visit.wait(1);
  pressed.visit.up(in_corner.right() - 2, in_corner.bottom() - 2);
  pressed.visit.wait(3);
  CHECK_FALSE(pressed.visit.tree().modes.speech);
  CHECK(pressed.visit.tree().screen == "display");  // what stands there was pressed

  HeardStage moved_on;
  moved_on.visit.down(1275, 795);
  moved_on.visit.wait(1);
  moved_on.visit.move(1100, 600);
  moved_on.visit.wait(3);
  CHECK_FALSE(moved_on.visit.tree().modes.speech);
}

TEST_CASE("R9 R51 R73: no resting finger starts speech on leave now, in an upper corner or among the staff's screens") {
  for (auto [x, y] :
       {std::pair(5.0f, 795.0f), std::pair(5.0f, 5.0f), std::pair(1275.0f, 5.0f), std::pair(640.0f, 795.0f)}) {
    HeardStage stage;
    stage.visit.down(x, y);
    stage.visit.wait(4);
    CHECK_FALSE(stage.visit.tree().modes.speech);
  }
  // In a visit from right to left "leave now" comes to stand in that corner, on a panel with a bar.
  HeardStage arabic;
  HeardVisit& visit = arabic.visit;
  visit.kiosk->set_panel({1920, 1080, 1920 / 345.0f, 800});
  visit.wait(0.1);
  visit.tap("language-ar");
  REQUIRE(visit.tree().at(1900, 1060)->role == accessibility::Role::leave);
  visit.down(1900, 1060);
  visit.wait(4);
  CHECK_FALSE(visit.tree().modes.speech);
  visit.up(1900, 1060);
  CHECK_FALSE(visit.kiosk->in_use());
}

TEST_CASE("R9: where the first language is written from the right, the marked corner is the lower left one") {
  HeardStage stage([](test::MemoryCatalog& catalog) { std::swap(catalog.own_languages[0], catalog.own_languages[1]); });
  HeardVisit& visit = stage.visit;
  visit.down(1275, 795);
  visit.wait(3);
  CHECK_FALSE(visit.tree().modes.speech);
  visit.up(1275, 795);
  visit.down(5, 795);
  visit.wait(3);
  CHECK(visit.tree().modes.speech);
}

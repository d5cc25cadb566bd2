#include <doctest/doctest.h>

#include "kiosk/app/hand.h"

using namespace kiosk;
using namespace kiosk::app;

namespace {

// Two buttons on the second of three pages.
ui::Scene scene() {
  ui::Scene made;
  auto add = [&](const char* id, Rect rect, accessibility::Role role) {
    accessibility::Node& node = made.tree.nodes.emplace_back();
    node.id = id;
    node.role = role;
    node.rect = rect;
    node.clip = {0, 0, 400, 400};
    node.actions = {"press"};
  };
  add("one", {0, 0, 100, 100}, accessibility::Role::button);
  add("two", {150, 0, 100, 100}, accessibility::Role::key);
  made.tree.page_area = {0, 0, 400, 400};
  made.tree.panel.px_per_mm = 4;
  made.pages = ui::Pages{1, 3};
  return made;
}

class Finger {
 public:
  std::optional<std::string> send(TouchPhase phase, float x, float y, double after = 0.02, int finger = 0) {
    seconds += after;
    return hand.touch({phase, finger, x, y}, page, seconds);
  }
  std::optional<std::string> tap(float x, float y, double after = 1) {
    send(TouchPhase::down, x, y, after);
    return send(TouchPhase::up, x, y);
  }

  HandTracker hand{15};
  ui::Scene page = scene();
  double seconds = 0;
};

}  // namespace

TEST_CASE("R36: nothing happens when the finger comes down, only when it lifts on the same target") {
  Finger finger;
  CHECK_FALSE(finger.send(TouchPhase::down, 50, 50));
  CHECK(finger.hand.pressed() == "one");
  CHECK(finger.send(TouchPhase::up, 52, 50) == "one");
  CHECK(finger.hand.pressed().empty());
}

TEST_CASE("R36: sliding off cancels, also without a drag") {
  Finger finger;
  finger.page.pages.reset();
  finger.send(TouchPhase::down, 50, 50);
  finger.send(TouchPhase::move, 120, 50);
  CHECK(finger.hand.pressed().empty());
  CHECK_FALSE(finger.send(TouchPhase::up, 160, 50));
}

TEST_CASE("R36: sliding off and back on again is a press") {
  Finger finger;
  finger.page.pages.reset();
  finger.send(TouchPhase::down, 50, 50);
  finger.send(TouchPhase::move, 120, 50);
  finger.send(TouchPhase::move, 60, 50);
  CHECK(finger.send(TouchPhase::up, 60, 50) == "one");
}

TEST_CASE("a swipe turns the page by one and never presses") {
  struct Way {
    float across, down;
    int turn;
  };
  for (const Way& way : {Way{-60, 0, 1}, Way{60, 0, -1}, Way{0, -60, 1}, Way{0, 60, -1}}) {
    Finger finger;
    finger.send(TouchPhase::down, 50, 70);
    finger.send(TouchPhase::move, 50 + way.across / 2, 70 + way.down / 2);
    CHECK_FALSE(finger.send(TouchPhase::up, 50 + way.across, 70 + way.down));
    CHECK(finger.hand.take_turn() == way.turn);
    CHECK(finger.hand.take_turn() == 0);
  }
}

TEST_CASE("R91: where one reads from the right a swipe turns the other way round") {
  Finger finger;
  finger.page.tree.direction = Direction::right_to_left;
  finger.send(TouchPhase::down, 50, 70);
  finger.send(TouchPhase::move, 80, 70);
  finger.send(TouchPhase::up, 110, 70);
  CHECK(finger.hand.take_turn() == 1);
}

TEST_CASE("a short swipe turns nothing, and neither does one that was cancelled") {
  Finger finger;
  finger.send(TouchPhase::down, 50, 50);
  finger.send(TouchPhase::move, 80, 50);
  CHECK_FALSE(finger.send(TouchPhase::up, 80, 50));
  CHECK(finger.hand.take_turn() == 0);
  finger.send(TouchPhase::down, 50, 50);
  finger.send(TouchPhase::move, 180, 50);
  CHECK_FALSE(finger.send(TouchPhase::cancel, 180, 50));
  CHECK(finger.hand.take_turn() == 0);
}

TEST_CASE("a finger that trembles within the slop still presses and does not turn") {
  Finger finger;
  finger.send(TouchPhase::down, 50, 50);
  for (float jitter : {4.0f, -5.0f, 8.0f, -3.0f}) finger.send(TouchPhase::move, 50 + jitter, 50 - jitter);
  CHECK(finger.send(TouchPhase::up, 50, 50) == "one");
  CHECK(finger.hand.take_turn() == 0);
}

TEST_CASE("R37: a second finger is ignored while the first is down") {
  Finger finger;
  finger.send(TouchPhase::down, 50, 50, 0.02, 0);
  CHECK_FALSE(finger.send(TouchPhase::down, 200, 50, 0.02, 1));
  CHECK_FALSE(finger.send(TouchPhase::up, 200, 50, 0.02, 1));
  CHECK(finger.send(TouchPhase::up, 50, 50, 0.02, 0) == "one");
}

TEST_CASE("R19: the same target twice within half a second counts once, after that twice") {
  Finger finger;
  CHECK(finger.tap(50, 50) == "one");
  CHECK_FALSE(finger.tap(50, 50, 0.3));
  CHECK(finger.tap(50, 50, 0.6) == "one");
}

TEST_CASE("R19: letters of the keyboard can be doubled as fast as one types") {
  Finger finger;
  CHECK(finger.tap(200, 50) == "two");
  CHECK(finger.tap(200, 50, 0.1) == "two");
}

TEST_CASE("a cancelled touch presses nothing") {
  Finger finger;
  finger.send(TouchPhase::down, 50, 50);
  CHECK_FALSE(finger.send(TouchPhase::cancel, 50, 50));
  CHECK(finger.tap(50, 50) == "one");
}

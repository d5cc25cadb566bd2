#include <doctest/doctest.h>

#include "kiosk/app/hand.h"

using namespace kiosk;
using namespace kiosk::app;

namespace {

// Two buttons in a page that is longer than its viewport.
ui::Scene scene(float offset = 100) {
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
  made.scroll = ui::Scroll{{0, 0, 400, 400}, offset, 1000};
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
  finger.page.scroll.reset();
  finger.send(TouchPhase::down, 50, 50);
  finger.send(TouchPhase::move, 120, 50);
  CHECK(finger.hand.pressed().empty());
  CHECK_FALSE(finger.send(TouchPhase::up, 160, 50));
}

TEST_CASE("R36: sliding off and back on again is a press") {
  Finger finger;
  finger.page.scroll.reset();
  finger.send(TouchPhase::down, 50, 50);
  finger.send(TouchPhase::move, 120, 50);
  finger.send(TouchPhase::move, 60, 50);
  CHECK(finger.send(TouchPhase::up, 60, 50) == "one");
}

TEST_CASE("a drag scrolls by as much as the finger moved and never presses") {
  Finger finger;
  finger.send(TouchPhase::down, 50, 90);
  finger.send(TouchPhase::move, 50, 60);
  finger.send(TouchPhase::move, 50, 50);
  CHECK(finger.hand.take_scroll() == doctest::Approx(40));
  CHECK_FALSE(finger.send(TouchPhase::up, 50, 50));
}

TEST_CASE("a finger that trembles within the slop still presses and does not scroll") {
  Finger finger;
  finger.send(TouchPhase::down, 50, 50);
  for (float jitter : {4.0f, -5.0f, 8.0f, -3.0f}) finger.send(TouchPhase::move, 50 + jitter, 50 - jitter);
  CHECK(finger.hand.take_scroll() == 0);
  CHECK(finger.send(TouchPhase::up, 50, 50) == "one");
}

TEST_CASE("a flick glides on, slows down and ends by itself") {
  Finger finger;
  finger.send(TouchPhase::down, 50, 90);
  for (float y = 80; y >= 10; y -= 10) finger.send(TouchPhase::move, 50, y);
  finger.hand.take_scroll();
  finger.send(TouchPhase::up, 50, 10);
  REQUIRE(finger.hand.gliding());
  float first = 0, last = 0;
  int frames = 0;
  while (finger.hand.gliding() && frames < 1000) {
    finger.hand.glide(finger.page, finger.seconds += 1.0 / 60);
    last = finger.hand.take_scroll();
    if (frames++ == 0) first = last;
  }
  CHECK(frames < 300);
  CHECK(first > 5 * last);
}

TEST_CASE("a touch on a gliding page stops it and presses nothing") {
  Finger finger;
  finger.send(TouchPhase::down, 50, 90);
  for (float y = 80; y >= 10; y -= 10) finger.send(TouchPhase::move, 50, y);
  finger.send(TouchPhase::up, 50, 10);
  REQUIRE(finger.hand.gliding());
  CHECK_FALSE(finger.tap(50, 50, 0.1));
  CHECK_FALSE(finger.hand.gliding());
  CHECK(finger.tap(50, 50) == "one");
}

TEST_CASE("a page at its end does not glide further") {
  Finger finger;
  finger.page = scene(600);
  finger.send(TouchPhase::down, 50, 90);
  for (float y = 80; y >= 10; y -= 10) finger.send(TouchPhase::move, 50, y);
  finger.send(TouchPhase::up, 50, 10);
  finger.hand.glide(finger.page, finger.seconds += 0.02);
  CHECK_FALSE(finger.hand.gliding());
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

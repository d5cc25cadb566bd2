// A visit through the program without a window: touches and time in, the tree out.
#include <doctest/doctest.h>

#include <set>

#include "kiosk/accessibility/dump.h"
#include "kiosk/app/kiosk.h"
#include "tests/support/memory_catalog.h"
#include "tests/support/source_path.h"

using namespace kiosk;
using namespace kiosk::app;
using accessibility::Node;
using accessibility::Role;

namespace {

class Visit {
 public:
  explicit Visit(bool with_catalog = true) {
    auto made = text::Engine::create(test::source_path("assets/fonts.conf"));
    REQUIRE_MESSAGE(made.ok(), made.error().message);
    engine = *std::move(made);
    Kiosk::Parts parts;
    parts.engine = engine.get();
    parts.catalog = with_catalog ? &catalog : nullptr;
    parts.config.emergency_numbers = {{"Police", "911"}, {"Children", "116"}};
    parts.panel = {1280, 800, 1280 / 216.8f, 850};
    parts.now = [] { return screens::Moment{*parse_date("2026-11-23"), 0, 600}; };
    parts.pictures = [](const std::string&) -> std::optional<ui::Picture> { return std::nullopt; };
    kiosk = std::make_unique<Kiosk>(std::move(parts), 0);
    draw();
  }

  void draw() { kiosk->draw(nullptr, 0); }
  const accessibility::Tree& tree() const { return kiosk->scene().tree; }

  void touch(TouchPhase phase, float x, float y) {
    kiosk->touch({phase, 0, x, y}, seconds);
    draw();
  }

  void tap_at(float x, float y) {
    touch(TouchPhase::down, x, y);
    seconds += 0.1;
    touch(TouchPhase::up, x, y);
    seconds += 1;
  }

  void tap(const std::string& id) {
    const Node* node = tree().find(id);
    REQUIRE_MESSAGE(node, "no " << id << " on " << tree().screen);
    Rect seen = node->rect.intersect(node->clip);
    REQUIRE_MESSAGE(seen.height > 5, id << " is out of sight");
    tap_at(seen.x + seen.width / 2, seen.y + seen.height / 2);
  }

  void key(Key key) {
    kiosk->key(key, seconds += 1);
    draw();
  }

  void wait(double time) {
    for (double end = seconds + time; seconds < end;) {
      seconds = std::min(end, seconds + 0.5);
      kiosk->tick(seconds);
      if (kiosk->dirty()) draw();
    }
  }

  test::MemoryCatalog catalog = test::small_catalog();
  std::unique_ptr<text::Engine> engine;
  std::unique_ptr<Kiosk> kiosk;
  double seconds = 0;
};

}  // namespace

TEST_CASE("from the language to a number in large digits in four taps") {
  Visit visit;
  CHECK(visit.tree().screen == "languages");
  visit.tap("language-en");
  CHECK(visit.tree().screen == "home");
  visit.tap("section-help");
  CHECK(visit.tree().screen == "contacts");
  visit.tap("contact-line");
  CHECK(visit.tree().screen == "contact");
  CHECK(visit.tree().find("number-0")->phone->as_drawn() == "116");
  visit.tap("large-0");
  const Node* large = visit.tree().find("number-large");
  REQUIRE(large);
  float tallest = 0;
  for (const accessibility::PhoneGlyph& glyph : large->phone->glyphs) tallest = std::max(tallest, glyph.rect.height);
  CHECK(tallest >= 15 * visit.tree().panel.px_per_mm);
}

TEST_CASE("R42: at the idle limit a warning with a countdown covers the page, and any touch goes on where one was") {
  Visit visit;
  visit.tap("language-en");
  visit.tap("section-travel");
  visit.wait(85);
  CHECK(visit.tree().screen == "section");
  visit.wait(10);
  CHECK(visit.tree().screen == "idle_warning");
  const Node* timer = visit.tree().find("seconds");
  REQUIRE(timer);
  CHECK(timer->role == Role::timer);
  CHECK(std::stoi(timer->value) <= 20);
  for (int times = 0; times < 12; ++times) {
    visit.tap_at(3, 3);
    CHECK(visit.tree().screen == "section");
    visit.wait(95);
    REQUIRE(visit.tree().screen == "idle_warning");
  }
}

TEST_CASE("R42: the touch that goes on presses nothing else") {
  Visit visit;
  visit.tap("language-en");
  visit.wait(95);
  REQUIRE(visit.tree().screen == "idle_warning");
  visit.tap_at(640, 300);
  CHECK(visit.tree().screen == "home");
}

TEST_CASE("R44: at the warning nothing of the page behind it is on the screen") {
  Visit visit;
  visit.tap("language-en");
  visit.tap("section-travel");
  visit.wait(95);
  for (const Node& node : visit.tree().nodes) CHECK(node.name.find("Before you go") == std::string::npos);
}

TEST_CASE(
    "R45: after the countdown, and after leaving, the screen is that of a kiosk which nobody has touched since its "
    "start") {
  auto untouched_at = [](double seconds) {
    Visit fresh;
    fresh.wait(seconds);
    return accessibility::dump_json(fresh.tree());
  };
  Visit visit;
  visit.tap("language-ar");
  visit.tap("display");
  visit.tap("size-1.5");
  visit.wait(120);
  CHECK(accessibility::dump_json(visit.tree()) == untouched_at(visit.seconds));
  CHECK_FALSE(visit.kiosk->in_use());

  visit.tap("language-en");
  visit.tap("section-help");
  visit.tap("leave");
  visit.wait(7);  // the greeting is in the language of its turn
  CHECK(accessibility::dump_json(visit.tree()) == untouched_at(visit.seconds));
  visit.key(Key::back);
  CHECK(visit.tree().screen == "languages");
}

TEST_CASE("R46 R52: leaving takes one frame, also from the warning and from the page before red ones") {
  Visit visit;
  visit.tap("language-en");
  visit.tap("section-travel");
  visit.tap("topic-at-work");
  CHECK(visit.tree().screen == "interruption");
  visit.tap("leave");
  CHECK(visit.tree().screen == "languages");

  visit.tap("language-en");
  visit.wait(95);
  REQUIRE(visit.tree().screen == "idle_warning");
  visit.tap("leave");
  CHECK(visit.tree().screen == "languages");

  visit.tap("language-en");
  visit.key(Key::leave);
  CHECK(visit.tree().screen == "languages");
}

TEST_CASE("R42: a red page waits less before the warning") {
  Visit visit;
  visit.tap("language-en");
  visit.tap("section-travel");
  visit.tap("topic-at-work");
  visit.tap("proceed");
  REQUIRE(visit.tree().sensitivity == Sensitivity::red);
  visit.wait(55);
  CHECK(visit.tree().screen == "topic");
  visit.wait(8);
  CHECK(visit.tree().screen == "idle_warning");
  visit.wait(5);
  CHECK(visit.tree().screen == "idle_warning");
}

TEST_CASE("R75: a page that is not in the visitor's language says so and offers those in which it is") {
  Visit visit;
  visit.tap("language-ar");
  visit.tap("section-travel");
  visit.tap("topic-before-you-go");
  const Node* notice = visit.tree().find("fallback");
  REQUIRE(notice);
  CHECK(notice->language.str() == "ar");
  CHECK_FALSE(visit.tree().find("block-0"));
  visit.tap("read-in-en");
  CHECK(visit.tree().screen == "topic");
  CHECK(visit.tree().find("block-0"));
}

TEST_CASE(
    "R16 R36: the very next frame after a finger came down shows what it is on as pressed, and nothing happens yet") {
  Visit visit;
  visit.tap("language-en");
  for (const char* screen : {"home", "section"}) {
    REQUIRE(visit.tree().screen == screen);
    int seen = 0;
    for (Node before : std::vector<Node>(visit.tree().nodes)) {
      if (!before.can_act() || before.text.empty()) continue;
      Rect at = before.rect.intersect(before.clip);
      visit.seconds += 1;
      visit.kiosk->touch({TouchPhase::down, 0, at.x + at.width / 2, at.y + at.height / 2}, visit.seconds);
      CHECK(visit.kiosk->dirty());
      visit.draw();  // one frame, at the same moment
      const Node* now = visit.tree().find(before.id);
      REQUIRE(now);
      CHECK_MESSAGE(!(now->text.front().background == before.text.front().background), before.id);
      CHECK(visit.tree().screen == screen);
      visit.touch(TouchPhase::cancel, at.x + at.width / 2, at.y + at.height / 2);
      CHECK(visit.tree().find(before.id)->text.front().background == before.text.front().background);
      ++seen;
    }
    CHECK(seen > 5);
    if (std::string(screen) == "home") visit.tap("section-travel");
  }
}

TEST_CASE("R11: the keypad goes through everything that can be pressed, comes back to the start, and back again") {
  Visit visit;
  visit.tap("language-en");
  size_t count = visit.tree().focusable().size();
  std::vector<std::string> order;
  for (size_t i = 0; i < count; ++i) {
    visit.key(Key::next);
    for (const Node& node : visit.tree().nodes) {
      if (node.focused) order.push_back(node.id);
    }
  }
  CHECK(order.size() == count);
  CHECK(std::set<std::string>(order.begin(), order.end()).size() == count);
  visit.key(Key::next);
  CHECK(visit.tree().find(order.front())->focused);
  visit.key(Key::previous);
  CHECK(visit.tree().find(order.back())->focused);
}

TEST_CASE("R1: the keypad alone reaches a number") {
  Visit visit;
  auto go = [&](const std::string& id) {
    for (int steps = 0; steps < 100; ++steps) {
      const Node* node = visit.tree().find(id);
      if (node && node->focused) return visit.key(Key::select);
      visit.key(Key::next);
    }
    FAIL("the keypad never came to " << id);
  };
  go("language-en");
  go("section-help");
  go("contact-line");
  CHECK(visit.tree().find("number-0")->phone->as_drawn() == "116");
}

TEST_CASE("R37: a long page is turned by its arrows, by a swipe and by the keypad, and a swipe presses nothing") {
  Visit visit;
  visit.tap("language-en");
  visit.tap("display");
  visit.tap("size-2");
  visit.tap("home");
  visit.tap("section-travel");
  visit.tap("topic-before-you-go");
  auto page = [&] { return visit.kiosk->scene().pages->page; };
  REQUIRE(visit.kiosk->scene().pages->count > 1);
  visit.tap("page-next");
  CHECK(page() == 1);
  visit.key(Key::scroll_up);
  CHECK(page() == 0);
  auto swipe = [&](float across, float down) {
    float x = 640, y = 400;
    visit.touch(TouchPhase::down, x, y);
    for (int i = 1; i <= 10; ++i)
      visit.touch(TouchPhase::move, x + across * static_cast<float>(i) / 10, y + down * static_cast<float>(i) / 10);
    visit.touch(TouchPhase::up, x + across, y + down);
    visit.draw();
  };
  swipe(-200, 0);
  CHECK(page() == 1);
  swipe(200, 0);
  CHECK(page() == 0);
  swipe(0, -200);
  CHECK(page() == 1);
  swipe(0, 40);  // too short to be meant
  CHECK(page() == 1);
  CHECK(visit.tree().screen == "topic");
}

TEST_CASE("at rest nothing is drawn and nothing wakes the program before it has something to do") {
  Visit visit;
  visit.tap("language-en");
  visit.kiosk->tick(visit.seconds);
  CHECK_FALSE(visit.kiosk->dirty());
  CHECK(visit.kiosk->next_tick() - visit.seconds > 30);
}

TEST_CASE("without a catalog the emergency numbers of the configuration stand there in large digits") {
  Visit visit(false);
  CHECK(visit.tree().screen == "no_catalog");
  CHECK(visit.tree().find("number-0")->phone->as_drawn() == "911");
  CHECK(visit.tree().find("number-1")->phone->as_drawn() == "116");
  visit.tap_at(640, 400);
  visit.key(Key::home);
  visit.wait(300);
  CHECK(visit.tree().screen == "no_catalog");
}

TEST_CASE("new content appears between two visits, never under a hand") {
  Visit visit;
  test::MemoryCatalog newer = test::small_catalog();
  visit.tap("language-en");
  CHECK_FALSE(visit.kiosk->offer_catalog(&newer));
  visit.tap("leave");
  CHECK(visit.kiosk->offer_catalog(&newer));
  visit.draw();
  CHECK(visit.tree().screen == "languages");
}

TEST_CASE("where not one contact can be read, the emergency numbers of the configuration stand in their place") {
  Visit visit;
  visit.catalog.own_contacts.clear();
  visit.tap("language-en");
  visit.tap("section-help");
  CHECK(visit.tree().screen == "contacts");
  REQUIRE(visit.tree().find("number-0"));
  CHECK(visit.tree().find("number-0")->phone->as_drawn() == "911");
  CHECK(visit.tree().find("number-1")->phone->as_drawn() == "116");
  CHECK(visit.tree().find("back-soon")->name == "The screen will come back.");
}

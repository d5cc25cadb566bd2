// Clocks of kiosks start in 1970, are set by hand to a wrong year, and jump when a network is found. A visit lives by a
// clock that only goes forward; of the other one only what can be believed is used.
#include <doctest/doctest.h>

#include <cstdlib>

#include "kiosk/app/content.h"
#include "kiosk/app/kiosk.h"
#include "tests/support/memory_catalog.h"
#include "tests/support/source_path.h"

using namespace kiosk;
using namespace kiosk::app;
using namespace std::chrono_literals;

namespace {

struct JumpingClock : os::Clock {
  std::chrono::sys_seconds time = at("2026-11-24");
  std::chrono::sys_seconds now() const override { return time; }
  bool synchronised() const override { return false; }

  static std::chrono::sys_seconds at(const char* date) { return std::chrono::sys_days(*parse_date(date)) + 10h; }
};

// A kiosk as the program puts it together, in an office that is open on working days from eight to five.
struct Machine {
  Machine() {
    setenv("TZ", "UTC", 1);
    Kiosk::Parts parts;
    parts.engine = engine.get();
    parts.catalog = &catalog;
    parts.config.open = *OpeningHours::parse("Mo-Fr 08:00-17:00");
    parts.config.when_closed = config::WhenClosed::dark;
    parts.panel = {1280, 800, 1280 / 216.8f, 850};
    parts.now = [this] { return moment(); };
    parts.pictures = [](const std::string&) -> std::optional<ui::Picture> { return std::nullopt; };
    kiosk = std::make_unique<Kiosk>(std::move(parts), 0);
    wait(0);
  }

  screens::Moment moment() const { return content.now(catalog, clock); }
  const accessibility::Tree& tree() const { return kiosk->scene().tree; }

  void wait(double time) {
    kiosk->tick(seconds += time);
    kiosk->draw(nullptr, 0);
  }
  void tap(const std::string& id) {
    const accessibility::Node* node = tree().find(id);
    REQUIRE_MESSAGE(node, id);
    const float x = node->rect.x + node->rect.width / 2, y = node->rect.y + node->rect.height / 2;
    kiosk->touch({TouchPhase::down, 0, x, y}, seconds);
    wait(0.1);
    kiosk->touch({TouchPhase::up, 0, x, y}, seconds);
    wait(0.1);
  }

  JumpingClock clock;
  double seconds = 0;
  Content content = Content::of_folder("not looked at");
  test::MemoryCatalog catalog = test::small_catalog();
  std::unique_ptr<text::Engine> engine = *text::Engine::create(test::source_path("assets/fonts.conf"));
  std::unique_ptr<Kiosk> kiosk;
};

const char* const kJumps[] = {"1970-01-01", "2026-11-23", "2026-11-25", "2099-01-01"};

}  // namespace

TEST_CASE("a clock that jumps during a visit neither ends it nor keeps it from ending") {
  for (const char* date : kJumps) {
    CAPTURE(std::string(date));
    Machine machine;
    machine.tap("language-en");
    machine.wait(60);
    machine.clock.time = JumpingClock::at(date);
    machine.wait(25);
    CHECK(machine.tree().screen == "home");
    CHECK_FALSE(machine.kiosk->warning_seconds());
    machine.wait(10);
    CHECK(machine.kiosk->warning_seconds());
    machine.clock.time = JumpingClock::at("2026-11-24");
    machine.wait(25);
    CHECK(machine.tree().screen == "languages");
  }
}

TEST_CASE("no clock takes the day before the content's own, and one that cannot be right tells no hour") {
  Machine machine;
  const Date made = machine.catalog.pack().published;
  for (const char* date : kJumps) {
    machine.clock.time = JumpingClock::at(date);
    CHECK(machine.moment().today >= made);
    CHECK(machine.moment().hour_known == (std::string(date).starts_with("2026")));
  }
  machine.clock.time = JumpingClock::at("2099-01-01");
  CHECK(machine.moment().today == made);  // or every number would count as expired
}

TEST_CASE("a clock at 1970 or 2099 leaves the screen on, and one that is set right darkens it as the hours say") {
  Machine machine;
  for (const char* date : {"1970-01-04", "2099-01-04"}) {  // Sundays
    machine.clock.time = JumpingClock::at(date);
    machine.wait(1000);
    CHECK(machine.tree().screen == "languages");
  }
  machine.clock.time = JumpingClock::at("2026-11-29");  // a Sunday
  machine.wait(1000);
  CHECK(machine.tree().screen == "dark");
  machine.clock.time = JumpingClock::at("1970-01-01");
  machine.wait(1000);
  CHECK(machine.tree().screen == "languages");
}

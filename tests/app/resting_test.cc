// The picture while nobody is there: it burns nothing into the panel, and goes dim or dark with the office's hours.
#include <doctest/doctest.h>

#include "kiosk/app/kiosk.h"
#include "kiosk/app/voice.h"
#include "tests/speech/stage.h"
#include "tests/support/memory_catalog.h"
#include "tests/support/source_path.h"

using namespace kiosk;
using namespace kiosk::app;

namespace {

// An office that opens from eight to five on working days; it begins on a Monday at `minute`.
class Office {
 public:
  explicit Office(int minute, config::WhenClosed when_closed = config::WhenClosed::dark) : minute_(minute) {
    auto made = text::Engine::create(test::source_path("assets/fonts.conf"));
    REQUIRE_MESSAGE(made.ok(), made.error().message);
    engine_ = *std::move(made);
    Kiosk::Parts parts;
    parts.engine = engine_.get();
    parts.catalog = &catalog_;
    parts.config.open = *OpeningHours::parse("Mo-Fr 08:00-17:00");
    parts.config.when_closed = when_closed;
    parts.panel = {1280, 800, 1280 / 216.8f, 850};
    parts.now = [this] {
      return screens::Moment{*parse_date("2026-11-23"), 0, minute_ + static_cast<int>(seconds / 60), hour_known};
    };
    parts.pictures = [](const std::string&) -> std::optional<ui::Picture> { return std::nullopt; };
    kiosk = std::make_unique<Kiosk>(std::move(parts), 0);
    kiosk->draw(nullptr, 0);
  }

  // As the frame loop does it: asleep until something is due.
  const ui::Scene& wait(double time) {
    for (double end = seconds + time; seconds < end;) {
      seconds = std::min(end, std::max(seconds + 0.01, kiosk->next_tick()));
      kiosk->tick(seconds);
      if (kiosk->dirty()) kiosk->draw(nullptr, 0), ++frames;
    }
    return kiosk->scene();
  }

  const ui::Scene& tap(float x, float y) {
    kiosk->touch({TouchPhase::down, 0, x, y}, seconds += 0.1);
    kiosk->draw(nullptr, 0);
    kiosk->touch({TouchPhase::up, 0, x, y}, seconds += 0.1);
    return kiosk->draw(nullptr, 0);
  }

  std::unique_ptr<Kiosk> kiosk;
  double seconds = 0;
  int frames = 0;
  bool hour_known = true;

 private:
  int minute_;
  test::MemoryCatalog catalog_ = test::small_catalog();
  std::unique_ptr<text::Engine> engine_;
};

Rect language_of(const ui::Scene& scene) { return scene.tree.find("language-en")->rect; }

}  // namespace

TEST_CASE("R48: every minute that nobody touches it everything moves by 1 to 4 px, and what is touched moves with it") {
  Office office(9 * 60);
  Rect before = language_of(office.kiosk->scene());
  for (int minute = 1; minute <= 30; ++minute) {
    office.wait(60);
    Rect now = language_of(office.kiosk->scene());
    float moved = std::max(std::abs(now.x - before.x), std::abs(now.y - before.y));
    CHECK(moved <= 4);
    if (minute % 9 != 0) CHECK(moved >= 1);
    before = now;
  }
  REQUIRE(before.x != 0);
  CHECK(office.tap(before.x + 1, before.y + 1).tree.screen == "home");
}

TEST_CASE("R48: during a visit nothing moves") {
  Office office(9 * 60);
  Rect at = language_of(office.kiosk->scene());
  office.tap(at.x + 5, at.y + 5);
  Rect bar = office.kiosk->scene().tree.find("leave")->rect;
  office.wait(80);
  CHECK(office.kiosk->scene().tree.find("leave")->rect == bar);
}

TEST_CASE(
    "outside its hours the screen goes dark once nobody touches it, and the touch that wakes it does nothing else") {
  Office office(16 * 60 + 55);
  Rect at = language_of(office.kiosk->scene());
  CHECK(office.wait(4 * 60).tree.screen == "languages");
  CHECK(!office.kiosk->dark());
  CHECK(office.wait(3 * 60).tree.screen == "dark");
  CHECK(office.kiosk->dark());
  CHECK(office.kiosk->scene().tree.nodes.empty());
  int frames = office.frames;
  office.wait(3600);
  CHECK(office.frames - frames <= 60);
  CHECK(office.tap(at.x + 5, at.y + 5).tree.screen == "languages");
  CHECK(office.tap(at.x + 5, at.y + 5).tree.screen == "home");
  // A visit after hours is a visit like any other.
  CHECK(office.wait(80).tree.screen == "home");
  CHECK(office.wait(5 * 60).tree.screen == "dark");
}

TEST_CASE("a screen that is to be dimmed keeps its picture, and one that is to stay on stays") {
  for (config::WhenClosed how : {config::WhenClosed::dim, config::WhenClosed::on}) {
    Office office(20 * 60, how);
    CHECK(office.wait(10 * 60).tree.screen == "languages");
  }
  config::Config config;
  config.open = *OpeningHours::parse("Mo-Fr 08:00-17:00");
  screens::Moment evening{*parse_date("2026-11-23"), 0, 20 * 60};
  CHECK(resting(config, evening, 0, 600).light < 0.5f);
  CHECK(resting(config, evening, 0, 600).light > 0);
  CHECK(resting(config, evening, 0, 10).light == 1);
  config.when_closed = config::WhenClosed::on;
  CHECK(resting(config, evening, 0, 600).light == 1);
}

TEST_CASE("a clock that cannot be relied on darkens no screen") {
  Office office(20 * 60);
  office.hour_known = false;
  CHECK(office.wait(10 * 60).tree.screen == "languages");
}

TEST_CASE("in quiet hours the voice begins more softly, for the next visitor too") {
  config::Config config;
  config.quiet = *OpeningHours::parse("Mo-Su 20:00-07:00");
  config.quiet_steps = 3;
  CHECK(first_volume(config, {*parse_date("2026-11-23"), 0, 21 * 60}) == 0);
  CHECK(first_volume(config, {*parse_date("2026-11-23"), 0, 12 * 60}) == audio::Volume::kDefaultStep);
  CHECK(first_volume(config, {*parse_date("2026-11-23"), 0, 21 * 60, false}) == audio::Volume::kDefaultStep);

  speech_tests::Stage stage;
  const ui::Words none;
  Voice voice(
      stage.speaker.get(), [&](const LanguageTag&) -> const ui::Words& { return none; },
      [](const LanguageTag& language) { return language; });
  voice.begin_with(1);
  CHECK(stage.speaker->volume().step() == 1);
  stage.speaker->louder();
  voice.end();
  CHECK(stage.speaker->volume().step() == 1);
}

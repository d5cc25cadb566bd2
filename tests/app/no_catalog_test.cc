// The emergency numbers where no content can be opened, by ear.
#include <doctest/doctest.h>

#include "tests/app/heard_stage.h"
#include "tests/support/source_path.h"

using namespace kiosk;
using accessibility::Node;
using app::Key;
using audio::Way;
using test::contains;
using test::HeardVisit;

namespace {

struct Bare {
  test::MemoryCatalog catalog = test::small_catalog();  // opened by nobody
  std::unique_ptr<text::Engine> engine = *text::Engine::create(test::source_path("assets/fonts.conf"));
  HeardVisit visit;

  explicit Bare(const ui::Panel& panel = {1280, 800, 1280 / 216.8f, 850})
      : visit(catalog, *engine, panel, [](app::Kiosk::Parts& parts) {
          parts.catalog = nullptr;
          parts.config.emergency_numbers = {{"Police", "911"}, {"Children", "116"}};
        }) {}
};

}  // namespace

TEST_CASE("R1 R85: without content a key or headphones have the emergency numbers said digit by digit") {
  for (bool headphones : {false, true}) {
    Bare bare;
    HeardVisit& visit = bare.visit;
    size_t begin = visit.here();
    visit.wait(5);
    CHECK(visit.silent(Way::loudspeaker, begin, visit.here()));  // unasked nothing is said
    if (headphones)
      visit.headphones(true);
    else
      visit.key(Key::help);
    visit.wait_until_silent();
    std::string heard = visit.take_transcript();
    CHECK_MESSAGE(contains(heard, "Police\n9\n1\n1\nChildren\n1\n1\n6\n"), heard);
    CHECK(contains(heard, "Please ask the staff here for more."));
    CHECK(visit.silent(headphones ? Way::loudspeaker : Way::headphones, begin, visit.here()));
    visit.go_to("Phone number.\n1\n1\n6\n");
    visit.key(Key::select);
    visit.wait_until_silent();
    CHECK(visit.take_transcript() == "Phone number.\n1\n1\n6\n");
    for (const Node& node : visit.tree().nodes) CHECK((!node.phone || node.phone->as_drawn() == node.phone->dial));
  }
}

TEST_CASE("R10 R9: without content an exploring finger hears a number, after resting in the marked corner") {
  Bare bare;
  HeardVisit& visit = bare.visit;
  visit.down(1275, 795);
  visit.wait(2);
  REQUIRE(visit.tree().modes.speech);
  visit.up(1275, 795);
  visit.wait_until_silent();
  visit.take_transcript();
  visit.tap("number-0");
  visit.wait_until_silent();
  CHECK(visit.take_transcript() == "Phone number.\n9\n1\n1\n");
}

TEST_CASE(
    "R45: without content the voice ends three minutes after the last sound or key, and new content waits for it") {
  Bare bare;
  HeardVisit& visit = bare.visit;
  visit.key(Key::help);
  visit.wait_until_silent();
  CHECK(visit.tree().modes.speech);
  CHECK_FALSE(visit.kiosk->offer_catalog(&bare.catalog));
  visit.wait(170);
  CHECK(visit.tree().modes.speech);
  visit.wait(15);
  CHECK_FALSE(visit.tree().modes.speech);
  CHECK(visit.kiosk->offer_catalog(&bare.catalog));
}

TEST_CASE("R23 R37: without content every number can be turned to on seven inches, and a flick comes to rest") {
  Bare bare({1024, 600, 1024 / 153.0f, 900});
  HeardVisit& visit = bare.visit;
  REQUIRE(visit.kiosk->scene().scroll->limit() > 0);
  visit.tap("scroll-down");
  const Node* last = visit.tree().find("back-soon");
  CHECK(last->clip.contains(last->rect));
  visit.down(500, 100);
  for (float y = 100; y < 500; y += 50) visit.wait(0.01), visit.move(500, y);
  visit.up(500, 500);
  visit.wait(5);
  CHECK(visit.kiosk->scene().scroll->offset == 0);
  CHECK(visit.kiosk->next_tick() > visit.seconds() + 30);
}

// The emergency numbers where no content can be opened, by ear.
#include <doctest/doctest.h>

#include <set>

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
    CHECK(contains(heard, "The screen will come back."));
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

TEST_CASE("without content two numbers and what is said in every language are whole on one page of every panel") {
  for (const ui::Panel& panel : {ui::Panel{1024, 600, 1024 / 153.0f, 900}, ui::Panel{1280, 800, 1280 / 216.8f, 850},
                                 ui::Panel{1920, 1080, 1920 / 345.0f, 800}, ui::Panel{1920, 1080, 1920 / 476.0f, 800},
                                 ui::Panel{1080, 1920, 1080 / 268.0f, 700}}) {
    Bare bare(panel);
    CAPTURE(panel.width / panel.px_per_mm);
    CHECK(bare.visit.kiosk->scene().pages->count == 1);
    for (const char* id : {"title", "number-0", "number-1", "back-soon", "back-soon-fr", "back-soon-ar"}) {
      const Node* node = bare.visit.tree().find(id);
      REQUIRE_MESSAGE(node, id);
      CHECK_MESSAGE(node->clip.contains(node->rect), id);
    }
    CHECK(bare.visit.tree().find("title-ar")->direction == Direction::right_to_left);
  }
}

TEST_CASE("without content more numbers than a page holds can be turned to") {
  Bare bare;
  HeardVisit many(bare.catalog, *bare.engine, {1024, 600, 1024 / 153.0f, 900}, [](app::Kiosk::Parts& parts) {
    parts.catalog = nullptr;
    for (const char* number : {"911", "116", "+231 777 332 389", "1522", "800 290 290"})
      parts.config.emergency_numbers.push_back({"Somebody", number});
  });
  std::set<std::string> seen;
  for (int page = 0; page < many.kiosk->scene().pages->count; ++page) {
    for (const Node& node : many.tree().nodes)
      if (node.phone && node.clip.contains(node.rect)) seen.insert(node.phone->as_drawn());
    if (many.kiosk->scene().pages->has_next()) many.tap("page-next");
  }
  CHECK(seen == std::set<std::string>{"911", "116", "+231777332389", "1522", "800290290"});
}

TEST_CASE("without content the languages of the last content that could be read are spoken") {
  test::MemoryCatalog catalog = test::small_catalog();
  catalog.own_languages = {{LanguageTag::of("en"), "English"}, {LanguageTag::of("es"), "Español"}};
  catalog.own_messages[LanguageTag::of("es")] = {{"Help by phone", "Ayuda por teléfono"},
                                                 {"The screen will come back.", "La pantalla volverá."}};
  std::unique_ptr<text::Engine> engine = *text::Engine::create(test::source_path("assets/fonts.conf"));
  HeardVisit visit(catalog, *engine, {1280, 800, 1280 / 216.8f, 850}, [](app::Kiosk::Parts& parts) {
    parts.config.emergency_numbers = {{"Police", "911"}};
  });
  REQUIRE(visit.kiosk->offer_catalog(nullptr));
  visit.kiosk->draw(nullptr, 0);
  CHECK(visit.tree().find("title")->name == "Help by phone");
  REQUIRE(visit.tree().find("title-es"));
  CHECK(visit.tree().find("title-es")->name == "Ayuda por teléfono");
  CHECK(visit.tree().find("title-ar") == nullptr);
}

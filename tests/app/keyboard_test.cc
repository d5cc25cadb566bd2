// Typing in a script with more letters than stand on the screen at once.
#include <doctest/doctest.h>

#include "tests/app/touched_kiosk.h"

using namespace kiosk;
using accessibility::Node;

namespace {

const LanguageTag kHindi = LanguageTag::of("hi");

class HindiKiosk : public test::TouchedKiosk {
 public:
  explicit HindiKiosk(const ui::Panel& panel) {
    catalog.own_pack.source_language = kHindi;
    catalog.own_languages = {{kHindi, "हिन्दी"}};
    for (catalog::Topic& topic : catalog.own_topics) topic.language = kHindi, topic.languages = {kHindi};
    catalog.own_topics.front().title = "मदद";
    catalog.own_topics.back().title = "घर";
    catalog.own_keyboards[kHindi] = {{{{"ा", "ी", "ू", "ब", "ह", "ग", "द", "ज", "ड"},
                                       {"ो", "े", "्", "ि", "ु", "प", "र", "क", "त", "च", "ट"},
                                       {"ं", "म", "न", "व", "ल", "स", "य"}},
                                      {{"औ", "ऐ", "आ", "ई", "ऊ", "भ", "ङ", "घ", "ध", "झ"}}},
                                     true};
    app::Kiosk::Parts made = parts();
    made.panel = panel;
    start(std::move(made));
  }

  void search() {
    app::Session session = kiosk->session();
    session.settings.language = kHindi;
    screens::Place place;
    place.screen = screens::Screen::search;
    session.history = {screens::Place{}, place};
    kiosk->set_session(session);
    draw();
  }
};

constexpr ui::Panel kSevenInches{1024, 600, 1024 / 153.0f, 900}, kTenInches{1280, 800, 1280 / 216.8f, 850};

}  // namespace

TEST_CASE("a pack in Hindi is searched with Devanagari keys, and those that do not fit are one turn away") {
  for (const ui::Panel& panel : {kSevenInches, kTenInches}) {
    HindiKiosk hindi(panel);
    hindi.search();
    CHECK_FALSE(hindi.find("key-a"));
    CHECK_FALSE(hindi.find("key-घ"));
    for (const char* key : {"key-म", "key-द", "key-द"}) hindi.tap(key);
    CHECK(hindi.find("topic-before-you-go"));
    for (int i = 0; i < 3; ++i) hindi.tap("key-erase");
    hindi.tap("key-letters-next");
    CHECK_FALSE(hindi.find("key-म"));
    hindi.tap("key-घ");
    hindi.tap("key-letters-next");
    hindi.tap("key-र");
    CHECK(hindi.find("query")->name == "घर");
    CHECK(hindi.find("topic-story"));
    CHECK_FALSE(hindi.find("topic-before-you-go"));
  }
}

TEST_CASE("nothing moves but the letters when keys are turned, and every key stays on the page") {
  for (const ui::Panel& panel : {kSevenInches, kTenInches}) {
    HindiKiosk hindi(panel);
    hindi.search();
    const Rect space = hindi.find("key-space")->rect, turn = hindi.find("key-letters-next")->rect;
    const Rect query = hindi.find("query")->rect;
    hindi.tap("key-letters-next");
    CHECK(hindi.find("key-space")->rect.bottom() == space.bottom());
    CHECK(hindi.find("key-letters-next")->rect.bottom() == turn.bottom());
    CHECK(hindi.find("query")->rect == query);
    const Rect area = hindi.kiosk->scene().tree.page_area;
    for (const Node& node : hindi.kiosk->scene().tree.nodes) {
      if (node.role == accessibility::Role::key) CHECK_MESSAGE(node.rect.bottom() <= area.bottom() + 1, node.id);
    }
  }
}

TEST_CASE("a language without any sound row of keys is typed in plain letters") {
  HindiKiosk hindi(kTenInches);
  hindi.catalog.own_keyboards.clear();
  hindi.kiosk->offer_catalog(&hindi.catalog);
  hindi.search();
  CHECK(hindi.find("key-a"));
  hindi.tap("key-z");
  CHECK(hindi.find("query")->name == "z");
}

TEST_CASE("a name is typed on all sheets of keys, and digits lead back to letters") {
  HindiKiosk hindi(kTenInches);
  app::Kiosk::Parts made = hindi.parts();
  made.staff.set_up = app::SetUp::Parts{{}, "", [](const std::string&) { return false; }};
  hindi.start(std::move(made));
  for (const char* id : {"set-up", "language-hi", "upright", "next", "key-म", "key-letters-next", "key-घ", "key-digits",
                         "key-7", "key-digits", "key-र"})
    hindi.tap(id);
  CHECK(hindi.find("name")->name == "मघ7र");
}

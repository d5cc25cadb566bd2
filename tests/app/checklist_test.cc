// The two interactive helps: lists to tick, by finger and by keypad, in any language, and nothing kept (R61).
#include <doctest/doctest.h>

#include "kiosk/app/kiosk.h"
#include "tests/app/heard_visit.h"
#include "tests/support/memory_catalog.h"
#include "tests/support/source_path.h"

using namespace kiosk;
using namespace kiosk::app;
using accessibility::Node;
using accessibility::Role;

namespace {

constexpr const char* kBody =
    "Tick what you see.\n\n- [ ] They take my papers.\n  - Papers stay with you.\n- [ ] I may tell nobody.\n  - Tell "
    "somebody.\n\n"
    "> [0] Nothing ticked.\n\n> [1] One is enough to ask.\n\n> [all] Ask before you go on.\n";

class Visit {
 public:
  Visit() {
    auto made = text::Engine::create(test::source_path("assets/fonts.conf"));
    REQUIRE_MESSAGE(made.ok(), made.error().message);
    engine = *std::move(made);
    catalog::Topic& topic = catalog.own_topics.front();
    topic.body = kBody;
    topic.contacts = {"line"};
    catalog::Topic arabic = topic;
    arabic.language = LanguageTag::of("ar");
    catalog.own_topics.push_back(arabic);
    Kiosk::Parts parts;
    parts.engine = engine.get();
    parts.catalog = &catalog;
    parts.panel = {1080, 1920, 1080 / 268.0f, 700};  // all of the list on one page
    parts.now = [] { return screens::Moment{*parse_date("2026-11-23"), 0, 600}; };
    parts.pictures = [](const std::string&) -> std::optional<ui::Picture> { return std::nullopt; };
    kiosk = std::make_unique<Kiosk>(std::move(parts), 0);
    session = fresh_session(catalog);
    go(ui::ChooseLanguage{LanguageTag::of("en")});
    go(ui::OpenTopic{topic.id});
  }

  void go(const ui::Action& action) {
    apply(session, action, catalog);
    kiosk->set_session(session);
    kiosk->draw(nullptr, 0);
  }

  void press(const std::string& id) {
    for (int steps = 0; steps < 60; ++steps) {
      kiosk->key(Key::next, seconds += 1);
      kiosk->draw(nullptr, 0);
      if (!find(id)->focused) continue;
      kiosk->key(Key::select, seconds += 1);
      kiosk->draw(nullptr, 0);
      return;
    }
    FAIL("the keypad never came to " << id);
  }

  const Node* find(const std::string& id) const { return kiosk->scene().tree.find(id); }
  std::string result() const {
    std::string last;
    for (const Node& node : kiosk->scene().tree.nodes) {
      if (node.role == Role::status) last = node.name;
    }
    return last;
  }

  test::MemoryCatalog catalog = test::small_catalog();
  std::unique_ptr<text::Engine> engine;
  std::unique_ptr<Kiosk> kiosk;
  Session session;
  double seconds = 0;
};

}  // namespace

TEST_CASE("R61: each tick says what it means, and the list what all of them mean, by keypad alone") {
  Visit visit;
  const Node* box = visit.find("block-1");
  REQUIRE(box);
  CHECK(box->role == Role::check_box);
  CHECK(box->state.checked == false);
  CHECK(visit.find("block-2") == nullptr);  // what it means is not there yet
  CHECK(visit.find("ticked")->name == "You ticked 0 of 2. Nothing ticked.");
  CHECK(visit.result() == "Nothing ticked.");

  visit.press("block-1");
  CHECK(visit.find("block-1")->state.checked == true);
  REQUIRE(visit.find("block-2"));
  CHECK(visit.find("block-2")->name == "Papers stay with you.");
  CHECK(visit.find("block-4") == nullptr);
  CHECK(visit.find("ticked")->name == "You ticked 1 of 2. One is enough to ask.");
  CHECK(visit.result() == "One is enough to ask.");

  visit.press("block-3");
  CHECK(visit.result() == "Ask before you go on.");
  visit.press("block-3");
  CHECK(visit.result() == "One is enough to ask.");
}

TEST_CASE("R61: the list ends in contacts and asks nothing about the person") {
  Visit visit;
  const auto& nodes = visit.kiosk->scene().tree.nodes;
  auto place_of = [&](const std::string& id) {
    return std::find_if(nodes.begin(), nodes.end(), [&](const Node& node) { return node.id == id; }) - nodes.begin();
  };
  CHECK(place_of("help-contact-line") > place_of("ticked"));
  CHECK(place_of("help-contact-line") < static_cast<std::ptrdiff_t>(nodes.size()));
  for (const Node& node : nodes) CHECK(node.role != Role::key);
}

TEST_CASE("a tick stays with its box when the language changes, and dies with the visit") {
  Visit visit;
  visit.press("block-3");
  visit.session = visit.kiosk->session();
  visit.session.settings.language = LanguageTag::of("ar");
  visit.kiosk->set_session(visit.session);
  visit.kiosk->draw(nullptr, 0);
  CHECK(visit.find("block-1")->state.checked == false);
  CHECK(visit.find("block-3")->state.checked == true);
  visit.go(ui::Leave{});
  CHECK(visit.session == fresh_session(visit.catalog));
}

TEST_CASE("what a tick means comes into view on the smallest screen") {
  Visit visit;
  catalog::Topic& topic = visit.catalog.own_topics.front();
  topic.body = "A line.\n\n- [ ] box\n  - " +
               std::string("It means something that takes more than one line to say.\n\n") + kBody;
  visit.kiosk->set_panel({1024, 600, 1024 / 153.0f, 900});
  visit.go(ui::TurnPage{0});
  visit.press("block-1");
  visit.kiosk->draw(nullptr, 0);
  const Node* meaning = visit.find("block-2");
  REQUIRE(meaning);
  CHECK(meaning->rect.bottom() <= meaning->clip.bottom());
  CHECK(meaning->rect.y >= meaning->clip.y);
}

TEST_CASE("R12 R61: a tick is heard: its state, what it means, and what all ticks mean now") {
  auto engine = text::Engine::create(test::source_path("assets/fonts.conf"));
  REQUIRE(engine.ok());
  test::MemoryCatalog catalog = test::small_catalog();
  catalog.own_topics.front().body = kBody;
  test::HeardVisit visit(catalog, **engine, {1080, 1920, 1080 / 268.0f, 700});
  visit.tap("language-en");
  visit.tap("section-travel");
  visit.tap("topic-" + catalog.own_topics.front().id);
  for (int steps = 0; steps < 60 && !visit.tree().find("block-1")->focused; ++steps) visit.key(Key::next);
  REQUIRE(visit.tree().find("block-1")->focused);
  visit.wait_until_silent();
  visit.take_transcript();
  visit.key(Key::select);
  visit.wait_until_silent();
  std::string heard = visit.take_transcript();
  INFO(heard);
  size_t at = 0;
  for (const char* words : {"They take my papers.", "Ticked.", "Papers stay with you.", "One is enough to ask."}) {
    at = heard.find(words, at);
    CHECK_MESSAGE(at != std::string::npos, std::string(words));
  }
}

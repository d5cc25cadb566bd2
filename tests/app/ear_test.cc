// Crawlers that never look at a rectangle, a pixel or an id: the keypad goes on, and the voice says where it is. And
// the other way round: pictures alone, for who does not read.
#include <doctest/doctest.h>

#include <deque>
#include <map>
#include <set>

#include "tests/app/heard_visit.h"
#include "tests/app/tour_fixture.h"

using namespace kiosk;
using accessibility::Node;
using accessibility::Role;
using app::Key;
using test::HeardVisit;

namespace {

HeardVisit visit_of() { return HeardVisit(test::tour().catalog(), test::tour().engine(), test::panels()[1].panel); }

std::string tr(const char* tag, const std::string& words) { return test::tour().words(LanguageTag::of(tag)).tr(words); }

std::string autonym(const char* tag) {
  for (const catalog::Language& language : test::tour().catalog().languages()) {
    if (language.tag.str() == tag) return language.name;
  }
  return "";
}

}  // namespace

TEST_CASE("R1: by keypad and ear alone: language, help to return, hear it, the 116 line, its digits, leave") {
  const catalog::Catalog& catalog = test::tour().catalog();
  for (const char* tag : {"en", "fr", "ar"}) {
    LanguageTag language = LanguageTag::of(tag);
    auto topic = catalog.topic("return-what-it-is", language);
    auto line = catalog.contact("gbv-116", language, catalog.pack().published);
    REQUIRE(topic.ok());
    REQUIRE(line.ok());
    std::string returning, help;
    for (const catalog::Section& section : catalog.sections(language)) {
      if (section.id == topic->section) returning = section.title;
      if (section.screen == "contacts") help = section.title;
    }
    HeardVisit visit = visit_of();
    auto choose = [&](const std::string& words) {
      visit.go_to(words);
      visit.key(Key::select);
      visit.wait_until_silent();
      return visit.take_transcript();
    };
    visit.key(Key::help);  // the first key: the welcome
    visit.wait_until_silent();
    choose(autonym(tag) + ".");  // "Choose me", it goes on
    std::string list = choose(returning + "\n");
    CHECK_MESSAGE(list.find(topic->title) != std::string::npos, list);
    std::string page = choose(topic->title + "\n");
    CHECK_MESSAGE(page.find(topic->title) != std::string::npos, page);
    CHECK(page.size() > 300);
    visit.key(Key::home);
    visit.wait_until_silent();
    std::string contacts = choose(help + "\n");
    // The list of contacts may have more than one page; what leads on is said like everything else.
    for (int pages = 0; pages < 8 && contacts.find(line->name) == std::string::npos; ++pages)
      contacts = choose(tr(tag, "More") + "\n");
    visit.go_to(line->name);
    visit.key(Key::select);
    visit.wait_until_silent();
    std::string card = visit.take_transcript();
    CHECK_MESSAGE(card.find(line->name) != std::string::npos, card);
    visit.go_to(tr(tag, "Phone number.") + "\n1\n1\n6\n");
    for (int i = 0; i < 3; ++i) visit.press(14), visit.wait(0.6);  // backspace: back
    CHECK(visit.tree().screen == "languages");
    CHECK_FALSE(visit.kiosk->in_use());
  }
}

TEST_CASE("R1: keypad and voice reach every screen and every action that a finger reaches") {
  // Where a finger gets: breadth first over all actions. Where the keypad gets: the same, but only by what it comes to
  // and what is said there.
  const catalog::Catalog& catalog = test::tour().catalog();
  for (const char* tag : {"en", "fr", "ar"}) {
    app::Session start = app::fresh_session(catalog);
    app::apply(start, ui::ChooseLanguage{LanguageTag::of(tag)}, catalog);
    HeardVisit visit = visit_of();
    visit.key(Key::help);
    std::set<std::string> seen;
    std::deque<app::Session> open{start};
    size_t actions = 0;
    while (!open.empty()) {
      app::Session session = std::move(open.front());
      open.pop_front();
      const screens::Place& here = session.here();
      auto index = [](const std::optional<size_t>& number) { return number ? std::to_string(*number) : ""; };
      std::string key = std::string(screens::name_of(here.screen)) + "/" + here.argument + "/" +
                        std::to_string(here.page) + "/" + here.country + "/" + index(here.large) + "/" +
                        index(here.code);
      // The cards of a walk are alike: the first three are enough here (walk_test.cc goes through whole walks).
      if (here.screen == screens::Screen::walk && here.page > 2) continue;
      if (!seen.insert(key).second) continue;
      visit.kiosk->set_session(session);
      const ui::Scene& scene = visit.kiosk->draw(nullptr, 0);
      std::set<std::string> by_key;
      for (const Node* node : app::stops(scene.tree)) {
        auto said = app::describe(scene.tree, *node, [](const LanguageTag& language) -> const ui::Words& {
          return test::tour().words(language);
        });
        bool named = !said.empty() && !said.front().text.empty();
        CHECK_MESSAGE(named, key << ": nothing is said of " << node->id);
        for (const speech::Utterance& one : said) {
          CHECK_MESSAGE(visit.recorder->speaker().voice_for(one) != speech::Voice::none, key << ": " << one.text);
        }
        if (node->can_act()) by_key.insert(node->id);
      }
      for (const Node& node : scene.tree.nodes) {
        if (!node.can_act() || node.role == Role::listen) continue;
        CHECK_MESSAGE(by_key.contains(node.id), key << ": no key comes to " << node.id);
        ++actions;
        const ui::Action& action = scene.actions.at(node.id);
        if (ui::is_any<ui::Leave, ui::Type>(action) || app::Voice::steers(action)) continue;
        app::Session next = session;
        app::apply(next, action, catalog);
        if (next.settings == session.settings && next.history.size() < 8) open.push_back(std::move(next));
      }
    }
    CHECK(seen.size() > 150);
    CHECK(actions > 1500);
  }
}

TEST_CASE("R77: whoever does not read gets from the language to a number by pictures alone") {
  for (const char* tag : {"en", "fr", "ar"}) {
    HeardVisit visit = visit_of();
    visit.tap("language-" + std::string(tag));
    // By its picture, in the order in which they stand there.
    auto tap_picture = [&](const std::string& icon) {
      for (const Node& node : visit.tree().nodes) {
        if (node.icon == icon && node.role == Role::tile && node.can_act()) return visit.tap(std::string(node.id));
      }
      FAIL("no tile shows " << icon << " on " << visit.tree().screen);
    };
    std::string help;
    for (const catalog::Section& section : test::tour().catalog().sections(LanguageTag::of(tag))) {
      if (section.screen == "contacts") help = section.picture;
    }
    auto line =
        test::tour().catalog().contact("gbv-116", LanguageTag::of(tag), test::tour().catalog().pack().published);
    REQUIRE(line.ok());
    tap_picture(help);
    tap_picture(line->picture);
    REQUIRE(visit.tree().screen == "contact");
    bool dialable = false;
    for (const Node& node : visit.tree().nodes) dialable = dialable || (node.phone && !node.phone->as_drawn().empty());
    CHECK(dialable);
  }
}

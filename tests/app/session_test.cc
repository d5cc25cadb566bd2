#include <doctest/doctest.h>

#include "kiosk/app/session.h"
#include "tests/support/memory_catalog.h"

using namespace kiosk;
using namespace kiosk::app;
using screens::Screen;
using ui::ActionKind;

namespace {

struct Visit {
  test::MemoryCatalog catalog = test::small_catalog();
  Session session = fresh_session(catalog);

  void act(ActionKind kind, const std::string& argument = "") { apply(session, {kind, argument}, catalog); }
  Screen screen() const { return session.here().screen; }
};

}  // namespace

TEST_CASE("choosing a language leads home; choosing one on a page keeps the page") {
  Visit visit;
  visit.act(ActionKind::choose_language, "en");
  CHECK(visit.screen() == Screen::home);
  visit.act(ActionKind::open_topic, "before-you-go");
  visit.act(ActionKind::open_languages);
  CHECK(visit.screen() == Screen::languages);
  visit.act(ActionKind::choose_language, "ar");
  CHECK(visit.screen() == Screen::topic);
  CHECK(visit.session.here().argument == "before-you-go");
  CHECK(visit.session.settings.language.str() == "ar");
}

TEST_CASE("R45: after leaving everything is as after boot, and back does nothing") {
  Visit visit;
  visit.act(ActionKind::choose_language, "ar");
  visit.act(ActionKind::set_text_scale, "2");
  visit.act(ActionKind::set_contrast, "high");
  visit.act(ActionKind::toggle_reach);
  visit.act(ActionKind::open_topic, "at-work");
  visit.act(ActionKind::proceed, "at-work");
  visit.act(ActionKind::toggle_check, "block-3");
  REQUIRE(visit.screen() == Screen::topic);
  visit.act(ActionKind::leave);
  CHECK(visit.session == fresh_session(visit.catalog));
  visit.act(ActionKind::back);
  CHECK(visit.session == fresh_session(visit.catalog));
}

TEST_CASE("R59: the page of warning stands before the first red topic of a visit, and once only") {
  Visit visit;
  visit.act(ActionKind::choose_language, "en");
  visit.act(ActionKind::open_topic, "before-you-go");
  CHECK(visit.screen() == Screen::topic);
  visit.act(ActionKind::open_topic, "at-work");
  CHECK(visit.screen() == Screen::interruption);
  visit.act(ActionKind::proceed, "at-work");
  CHECK(visit.screen() == Screen::topic);
  CHECK(visit.session.here().argument == "at-work");
  visit.act(ActionKind::back);
  CHECK(visit.session.here().argument == "before-you-go");
  visit.act(ActionKind::open_topic, "at-work");
  CHECK(visit.screen() == Screen::topic);
}

TEST_CASE("what does not exist leads nowhere") {
  Visit visit;
  visit.act(ActionKind::choose_language, "xx");
  CHECK(visit.screen() == Screen::languages);
  visit.act(ActionKind::choose_language, "en");
  visit.act(ActionKind::open_topic, "no-such-topic");
  visit.act(ActionKind::open_section, "no-such-section");
  CHECK(visit.screen() == Screen::home);
}

TEST_CASE("a section can be a screen of the program") {
  Visit visit;
  visit.act(ActionKind::choose_language, "en");
  visit.act(ActionKind::open_section, "help");
  CHECK(visit.screen() == Screen::contacts);
  visit.act(ActionKind::home);
  visit.act(ActionKind::open_section, "news");
  CHECK(visit.screen() == Screen::news);
}

TEST_CASE("erasing takes a whole character, however many bytes it has") {
  Visit visit;
  visit.act(ActionKind::choose_language, "en");
  visit.act(ActionKind::open_search);
  for (const char* letter : {"a", "ɛ", "𞤀"}) visit.act(ActionKind::type, letter);
  visit.act(ActionKind::erase);
  CHECK(visit.session.here().query == "aɛ");
  for (int i = 0; i < 5; ++i) visit.act(ActionKind::erase);
  CHECK(visit.session.here().query.empty());
}

TEST_CASE("children who press everything for an hour do not fill the memory") {
  Visit visit;
  visit.act(ActionKind::choose_language, "en");
  for (int i = 0; i < 5000; ++i) visit.act(ActionKind::open_topic, "before-you-go");
  CHECK(visit.session.history.size() <= 100);
  visit.act(ActionKind::open_search);
  for (int i = 0; i < 5000; ++i) visit.act(ActionKind::type, "ɛ");
  CHECK(visit.session.here().query.size() <= 80);
  visit.act(ActionKind::home);
  CHECK(visit.screen() == Screen::home);
}

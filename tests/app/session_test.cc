#include <doctest/doctest.h>

#include "kiosk/app/session.h"
#include "tests/support/memory_catalog.h"

using namespace kiosk;
using namespace kiosk::app;
using screens::Screen;
using ui::Action;

namespace {

struct Visit {
  test::MemoryCatalog catalog = test::small_catalog();
  Session session = fresh_session(catalog);

  void act(const Action& action) { apply(session, action, catalog); }
  Screen screen() const { return session.here().screen; }
};

}  // namespace

TEST_CASE("choosing a language leads home; choosing one on a page keeps the page") {
  Visit visit;
  visit.act(ui::ChooseLanguage{LanguageTag::of("en")});
  CHECK(visit.screen() == Screen::home);
  visit.act(ui::OpenTopic{"before-you-go"});
  visit.act(ui::Open{ui::Screen::languages});
  CHECK(visit.screen() == Screen::languages);
  visit.act(ui::ChooseLanguage{LanguageTag::of("ar")});
  CHECK(visit.screen() == Screen::topic);
  CHECK(visit.session.here().argument == "before-you-go");
  CHECK(visit.session.settings.language.str() == "ar");
}

TEST_CASE("R45: after leaving everything is as after boot, and back does nothing") {
  Visit visit;
  visit.act(ui::ChooseLanguage{LanguageTag::of("ar")});
  visit.act(ui::SetTextScale{2});
  visit.act(ui::SetContrast{true});
  visit.act(ui::ToggleReach{});
  visit.act(ui::OpenTopic{"at-work"});
  visit.act(ui::Proceed{});
  visit.act(ui::ToggleCheck{3});
  REQUIRE(visit.screen() == Screen::topic);
  visit.act(ui::Leave{});
  CHECK(visit.session == fresh_session(visit.catalog));
  visit.act(ui::Back{});
  CHECK(visit.session == fresh_session(visit.catalog));
}

TEST_CASE("R59: the page of warning stands before the first red topic of a visit, and once only") {
  Visit visit;
  visit.act(ui::ChooseLanguage{LanguageTag::of("en")});
  visit.act(ui::OpenTopic{"before-you-go"});
  CHECK(visit.screen() == Screen::topic);
  visit.act(ui::OpenTopic{"at-work"});
  CHECK(visit.screen() == Screen::interruption);
  visit.act(ui::Proceed{});
  CHECK(visit.screen() == Screen::topic);
  CHECK(visit.session.here().argument == "at-work");
  visit.act(ui::Back{});
  CHECK(visit.session.here().argument == "before-you-go");
  visit.act(ui::OpenTopic{"at-work"});
  CHECK(visit.screen() == Screen::topic);
}

TEST_CASE("what does not exist leads nowhere") {
  Visit visit;
  visit.act(ui::ChooseLanguage{LanguageTag::of("xx")});
  CHECK(visit.screen() == Screen::languages);
  visit.act(ui::ChooseLanguage{LanguageTag::of("en")});
  visit.act(ui::OpenTopic{"no-such-topic"});
  visit.act(ui::OpenSection{"no-such-section"});
  CHECK(visit.screen() == Screen::home);
}

TEST_CASE("a section can be a screen of the program") {
  Visit visit;
  visit.act(ui::ChooseLanguage{LanguageTag::of("en")});
  visit.act(ui::OpenSection{"help"});
  CHECK(visit.screen() == Screen::contacts);
  visit.act(ui::Home{});
  visit.act(ui::OpenSection{"news"});
  CHECK(visit.screen() == Screen::news);
}

TEST_CASE("erasing takes a whole character, however many bytes it has") {
  Visit visit;
  visit.act(ui::ChooseLanguage{LanguageTag::of("en")});
  visit.act(ui::Open{ui::Screen::search});
  for (const char* letter : {"a", "ɛ", "𞤀"}) visit.act(ui::Type{letter});
  visit.act(ui::Erase{});
  CHECK(visit.session.here().query == "aɛ");
  for (int i = 0; i < 5; ++i) visit.act(ui::Erase{});
  CHECK(visit.session.here().query.empty());
}

TEST_CASE("children who press everything for an hour do not fill the memory") {
  Visit visit;
  visit.act(ui::ChooseLanguage{LanguageTag::of("en")});
  for (int i = 0; i < 5000; ++i) visit.act(ui::OpenTopic{"before-you-go"});
  CHECK(visit.session.history.size() <= 100);
  visit.act(ui::Open{ui::Screen::search});
  for (int i = 0; i < 5000; ++i) visit.act(ui::Type{"ɛ"});
  CHECK(visit.session.here().query.size() <= 80);
  visit.act(ui::Home{});
  CHECK(visit.screen() == Screen::home);
}

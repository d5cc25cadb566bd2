// Everything the catalog holds can be found by touching pictures, from the home screen, in every language.
#include <doctest/doctest.h>

#include <deque>
#include <map>
#include <set>

#include "tests/app/tour_fixture.h"

using namespace kiosk;
using accessibility::Node;
using accessibility::Role;

namespace {

struct Found {
  std::map<std::string, int> topics,
      contacts;  // id -> taps to get there from home, each turn of a list's page one of them
  std::set<std::string> screens;
};

Found crawl(const LanguageTag& language) {
  const catalog::Catalog& catalog = test::tour().catalog();
  auto kiosk = test::tour().kiosk(test::panels()[1].panel);
  app::Session start = app::fresh_session(catalog);
  app::apply(start, ui::ChooseLanguage{language}, catalog);
  start.warned = true;

  Found found;
  std::set<std::string> seen;
  std::deque<std::pair<app::Session, int>> open{{start, 0}};
  while (!open.empty()) {
    auto [session, depth] = open.front();
    open.pop_front();
    const screens::Place& here = session.here();
    std::string key = std::string(screens::name_of(here.screen)) + "/" + here.argument + "/" +
                      std::to_string(here.page) + "/" + here.country;
    if (!seen.insert(key).second) continue;
    found.screens.insert(screens::name_of(here.screen));
    if (here.screen == screens::Screen::topic) found.topics.emplace(here.argument, depth);
    if (here.screen == screens::Screen::contact) found.contacts.emplace(here.argument, depth);
    kiosk->set_session(session);
    const ui::Scene& scene = kiosk->draw(nullptr, 0);
    for (const Node& node : scene.tree.nodes) {
      bool turns = node.id == "page-next", leads_on = node.role == Role::tile || node.role == Role::link;
      bool asks = node.id == "country" || node.id == "country-all" || node.id == "search" || node.id == "about";
      if (!node.can_act() || !(turns || leads_on || asks)) continue;
      app::Session next = session;
      app::apply(next, scene.actions.at(node.id), catalog);
      // News are one long list, newest first, as in catalog/paging.h: leafing through it is no choice.
      bool leafs = turns && here.screen == screens::Screen::news;
      if (leafs)
        open.push_front({std::move(next), depth});
      else
        open.push_back({std::move(next), depth + 1});
    }
  }
  return found;
}

}  // namespace

TEST_CASE("R79: every topic, story and contact is reached by touching pictures, no topic in more than three taps") {
  const catalog::Catalog& catalog = test::tour().catalog();
  for (const char* tag : {"en", "fr", "ar"}) {
    LanguageTag language = LanguageTag::of(tag);
    Found found = crawl(language);
    size_t topics = 0;
    auto check = [&](const std::vector<catalog::TopicSummary>& all) {
      for (const catalog::TopicSummary& topic : all) {
        auto at = found.topics.find(topic.id);
        REQUIRE_MESSAGE(at != found.topics.end(), topic.id << " cannot be reached in " << language.str());
        CHECK_MESSAGE(at->second <= 3, topic.id << " is " << at->second << " taps away in " << language.str());
        ++topics;
      }
    };
    for (const catalog::Section& section : catalog.sections(language)) check(catalog.topics(section.id, language));
    check(catalog.news(language));
    CHECK(topics > 70);
    for (const catalog::Contact& contact : catalog.contacts(language, catalog.pack().published)) {
      CHECK_MESSAGE(found.contacts.contains(contact.id), contact.id << " cannot be reached in " << language.str());
    }
    for (const char* screen :
         {"home", "section", "topic", "contacts", "contact", "countries", "news", "search", "about"}) {
      CHECK_MESSAGE(found.screens.contains(screen), std::string(screen) << " cannot be reached in " << language.str());
    }
  }
}

TEST_CASE("R58: red pages lie under everyday sections, in reach of three taps, beside at least two green ones") {
  const catalog::Catalog& catalog = test::tour().catalog();
  for (const char* tag : {"en", "fr", "ar"}) {
    LanguageTag language = LanguageTag::of(tag);
    Found found = crawl(language);
    int red = 0;
    for (const catalog::Section& section : catalog.sections(language)) {
      int green = 0, red_here = 0;
      for (const catalog::TopicSummary& topic : catalog.topics(section.id, language)) {
        green += topic.sensitivity == catalog::Sensitivity::green;
        if (topic.sensitivity != catalog::Sensitivity::red) continue;
        ++red_here;
        CHECK_MESSAGE(found.topics[topic.id] <= 3, topic.id);
      }
      red += red_here;
      if (red_here > 0)
        CHECK_MESSAGE(green >= 2, section.id << " holds " << red_here << " red pages and " << green << " green ones");
    }
    CHECK(red > 5);
  }
}

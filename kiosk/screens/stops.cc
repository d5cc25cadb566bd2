#include "kiosk/screens/stops.h"

#include <algorithm>
#include <utility>

namespace kiosk::screens {
namespace {

Stop stop_at(std::string name, Screen screen, std::string argument = "") {
  Stop stop{std::move(name), {}};
  stop.place.screen = screen;
  stop.place.argument = std::move(argument);
  return stop;
}

std::vector<catalog::Section> lists_of_topics(const catalog::Catalog& catalog, const LanguageTag& language) {
  std::vector<catalog::Section> all = catalog.sections(language);
  std::erase_if(all, [](const catalog::Section& section) { return !section.screen.empty(); });
  return all;
}

}  // namespace

Stops no_stop(Screen, const catalog::Catalog&, const LanguageTag&) { return {}; }

Stops one_stop(Screen screen, const catalog::Catalog&, const LanguageTag&) {
  std::string name = name_of(screen);
  std::replace(name.begin(), name.end(), '_', '-');
  return {stop_at(std::move(name), screen)};
}

// Not as the first screen: from within a visit.
Stops language_stops(Screen screen, const catalog::Catalog&, const LanguageTag&) {
  return {stop_at("languages-again", screen)};
}

Stops section_stops(Screen screen, const catalog::Catalog& catalog, const LanguageTag& language) {
  Stops stops;
  for (const catalog::Section& section : lists_of_topics(catalog, language))
    stops.push_back(stop_at("section-" + section.id, screen, section.id));
  return stops;
}

Stops topic_stops(Screen screen, const catalog::Catalog& catalog, const LanguageTag& language) {
  Stops stops;
  auto add = [&](const std::vector<catalog::TopicSummary>& topics) {
    for (const catalog::TopicSummary& topic : topics) stops.push_back(stop_at("topic-" + topic.id, screen, topic.id));
  };
  for (const catalog::Section& section : lists_of_topics(catalog, language)) add(catalog.topics(section.id, language));
  add(catalog.news(language));
  return stops;
}

// A walk shows what its page shows: one with steps and one with ticks stand for all.
Stops walk_stops(Screen screen, const catalog::Catalog& catalog, const LanguageTag& language) {
  Stops stops;
  for (const char* topic : {"check-a-recruiter", "is-this-offer-honest"})
    if (catalog.topic(topic, language).ok()) stops.push_back(stop_at("walk-" + std::string(topic), screen, topic));
  return stops;
}

Stops interruption_stops(Screen screen, const catalog::Catalog& catalog, const LanguageTag& language) {
  for (const catalog::Section& section : lists_of_topics(catalog, language)) {
    for (const catalog::TopicSummary& topic : catalog.topics(section.id, language))
      if (topic.sensitivity == Sensitivity::red) return {stop_at("interruption", screen, topic.id)};
  }
  return {};
}

Stops contacts_stops(Screen screen, const catalog::Catalog&, const LanguageTag&) {
  Stops stops{stop_at("contacts", screen)};
  for (const char* filter : {"danger", "trafficking", "children", "going_home", "documents"}) {
    Stop& stop = stops.emplace_back(stop_at(std::string("contacts-") + filter, screen));
    stop.place.filter = filter;
    stop.place.country = "";
  }
  return stops;
}

Stops contact_stops(Screen screen, const catalog::Catalog& catalog, const LanguageTag& language) {
  Stops stops;
  for (const catalog::Contact& contact : catalog.contacts(language, catalog.pack().published)) {
    stops.push_back(stop_at("contact-" + contact.id, screen, contact.id));
    for (size_t i = 0; i < contact.numbers.size(); ++i) {
      std::string number = std::to_string(i);
      stops.push_back(stop_at("contact-" + contact.id + "-large-" + number, screen, contact.id));
      stops.back().place.large = i;
      stops.push_back(stop_at("contact-" + contact.id + "-code-" + number, screen, contact.id));
      stops.back().place.code = i;
    }
  }
  return stops;
}

// It shows what its page and its card show: one of each, with a number, stands for all.
Stops beside_stops(Screen screen, const catalog::Catalog& catalog, const LanguageTag& language) {
  Stops stops;
  std::string name = name_of(screen);
  std::replace(name.begin(), name.end(), '_', '-');
  const char* topic = "is-this-offer-honest";
  if (catalog.topic(topic, language).ok()) stops.push_back(stop_at(name + "-topic", screen, topic));
  for (const catalog::Contact& contact : catalog.contacts(language, catalog.pack().published)) {
    if (contact.numbers.empty() || screen != Screen::beside) continue;
    stops.push_back(stop_at(name + "-contact", screen, contact.id));
    stops.back().place.contact = true;
    break;
  }
  return stops;
}

Stops search_stops(Screen screen, const catalog::Catalog&, const LanguageTag&) {
  Stops stops{stop_at("search", screen), stop_at("search-found", screen), stop_at("search-nothing", screen)};
  stops[1].place.query = "pas";
  stops[2].place.query = "zqxzqx";
  return stops;
}

}  // namespace kiosk::screens

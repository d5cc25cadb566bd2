#include "kiosk/app/visit_counter.h"

#include <algorithm>

#include "kiosk/base/log.h"
#include "kiosk/stats/broad_topic.h"

namespace kiosk::app {
namespace {

using screens::Screen;

// The section that a place belongs to; empty for one that belongs to none, like the home screen or the search.
std::string section_of(const screens::Place& place, const catalog::Catalog& catalog, const LanguageTag& language) {
  auto with_screen = [&](const char* name) {
    for (const catalog::Section& section : catalog.sections(language)) {
      if (section.screen == name) return section.id;
    }
    return std::string();
  };
  switch (place.screen) {
    case Screen::section: return place.argument;
    case Screen::contacts:
    case Screen::contact: return with_screen("contacts");
    case Screen::news: return with_screen("news");
    case Screen::topic: {
      auto topic = catalog.topic(place.argument, language);
      if (!topic.ok()) return {};
      return topic->kind == catalog::TopicKind::news ? with_screen("news") : topic->section;
    }
    default: return {};
  }
}

// A walk, and a page in two languages, are other ways through the same page.
screens::Place counted_as(screens::Place place) {
  bool beside = place.screen == Screen::beside || place.screen == Screen::beside_languages;
  if (place.screen == Screen::walk || beside) place.screen = beside && place.contact ? Screen::contact : Screen::topic;
  return place;
}

}  // namespace

void VisitCounter::see(const Session& session, const catalog::Catalog& catalog, Date today) {
  const screens::Place place = counted_as(session.here());
  const LanguageTag& language = session.settings.language;
  if (session == fresh_session(catalog)) {
    screen_ = Screen::languages;
    return counter_.end_session();
  }
  const bool same = place.screen == screen_ && place.argument == argument_ && language == language_;
  if (same && place.helped == helped_) return;
  screen_ = place.screen;
  helped_ = place.helped;
  argument_ = place.argument;
  language_ = language;
  const std::string section = section_of(place, catalog, language);
  if (section.empty()) return;
  const std::vector<catalog::Section> sections = catalog.sections(language);
  std::vector<catalog::TopicSummary> topics;
  for (const catalog::Section& each : sections) {
    for (catalog::TopicSummary& topic : catalog.topics(each.id, language)) topics.push_back(std::move(topic));
  }
  const std::string topic = stats::broad_topic(section, sections, topics);
  if (!same) counter_.opened(topic, language, today);
  if (place.helped) counter_.answered(place.argument, topic, language, *place.helped, today);
}

void VisitCounter::tick(std::chrono::local_seconds now) {
  Status written = counter_.tick(now);
  if (written.ok() || trouble_logged_) return;
  trouble_logged_ = true;
  log(Priority::warning, "Visits are counted no more: " + written.error().message);
}

}  // namespace kiosk::app

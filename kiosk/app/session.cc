#include "kiosk/app/session.h"

#include <algorithm>

namespace kiosk::app {
namespace {

using screens::Place;
using screens::Screen;
using ui::ActionKind;

constexpr size_t kLongestQuery = 40;  // characters
constexpr size_t kLongestHistory = 100;

void go(Session& session, Screen screen, const std::string& argument = "") {
  // A visitor who wanders for hours must not fill the memory: the oldest steps are forgotten, home stays.
  if (session.history.size() >= kLongestHistory) session.history.erase(session.history.begin() + 2);
  Place place;
  place.screen = screen;
  place.argument = argument;
  session.history.push_back(std::move(place));
}

void open_section(Session& session, const std::string& id, const catalog::Catalog& catalog) {
  for (const catalog::Section& section : catalog.sections(session.settings.language)) {
    if (section.id != id) continue;
    if (section.screen == "contacts") return go(session, Screen::contacts);
    if (section.screen == "news") return go(session, Screen::news);
    return go(session, Screen::section, id);
  }
}

void open_topic(Session& session, const std::string& id, const catalog::Catalog& catalog) {
  auto topic = catalog.topic(id, session.settings.language);
  if (!topic.ok()) return;
  bool stop = topic->sensitivity == catalog::Sensitivity::red && !session.warned;
  go(session, stop ? Screen::interruption : Screen::topic, id);
}

void choose_language(Session& session, const std::string& tag, const catalog::Catalog& catalog) {
  const auto& all = catalog.languages();
  auto language =
      std::find_if(all.begin(), all.end(), [&](const catalog::Language& one) { return one.tag.str() == tag; });
  if (language == all.end()) return;
  session.settings.language = language->tag;
  if (session.here().screen != Screen::languages) return;
  if (session.history.size() == 1) return go(session, Screen::home);
  session.history.pop_back();
}

// The two questions of the contacts know what was chosen before, and hand the answer back to the list.
void ask_about_contacts(Session& session, Screen question) {
  Place place = session.here();
  place.screen = question;
  place.scroll = 0;
  session.history.push_back(std::move(place));
}

void answer_about_contacts(Session& session, std::string Place::*choice, const std::string& answer) {
  if (session.history.size() < 2) return;
  session.history.pop_back();
  session.here().*choice = answer;
  session.here().page = 0;
  session.here().scroll = 0;
}

void erase_character(std::string& query) {
  while (!query.empty() && (static_cast<unsigned char>(query.back()) & 0xC0) == 0x80) query.pop_back();
  if (!query.empty()) query.pop_back();
}

size_t characters(const std::string& text) {
  return static_cast<size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

}  // namespace

Session fresh_session(const catalog::Catalog& catalog) {
  Session session;
  session.settings.language =
      catalog.languages().empty() ? catalog.pack().source_language : catalog.languages().front().tag;
  return session;
}

void apply(Session& session, const ui::Action& action, const catalog::Catalog& catalog) {
  Place& here = session.here();
  const std::string& argument = action.argument;
  switch (action.kind) {
    case ActionKind::leave: session = fresh_session(catalog); return;
    case ActionKind::back:
      if (session.history.size() > 1) session.history.pop_back();
      return;
    case ActionKind::home:
      if (session.history.size() > 1) {
        session.history.resize(1);
        go(session, Screen::home);
      }
      return;
    case ActionKind::open_languages:
      if (here.screen != Screen::languages) go(session, Screen::languages);
      return;
    case ActionKind::choose_language: return choose_language(session, argument, catalog);
    case ActionKind::open_display:
      if (here.screen != Screen::display) go(session, Screen::display);
      return;
    case ActionKind::set_text_scale:
      session.settings.text_scale = argument == "2" ? 2 : argument == "1.5" ? 1.5f : 1;
      return;
    case ActionKind::set_contrast: session.settings.high_contrast = argument == "high"; return;
    case ActionKind::hide_page: session.settings.curtain = true; return;
    case ActionKind::show_page: session.settings.curtain = false; return;
    case ActionKind::toggle_reach: session.settings.reach = !session.settings.reach; return;
    case ActionKind::open_section: return open_section(session, argument, catalog);
    case ActionKind::open_topic: return open_topic(session, argument, catalog);
    case ActionKind::open_contact: return go(session, Screen::contact, argument);
    case ActionKind::open_search: return go(session, Screen::search);
    case ActionKind::open_about: return go(session, Screen::about);
    case ActionKind::turn_page:
      here.page = std::atoi(argument.c_str());
      here.scroll = 0;
      return;
    case ActionKind::open_filters: return ask_about_contacts(session, Screen::filters);
    case ActionKind::open_near_here: return go(session, Screen::near_here);
    case ActionKind::open_countries: return ask_about_contacts(session, Screen::countries);
    case ActionKind::choose_filter: return answer_about_contacts(session, &Place::filter, argument);
    case ActionKind::choose_country: return answer_about_contacts(session, &Place::country, argument);
    case ActionKind::show_large:
      here.large = argument;
      here.scroll = 0;
      return;
    case ActionKind::show_code: here.code = argument; return;
    case ActionKind::toggle_check:
      if (here.checked.erase(argument) == 0) here.checked.insert(argument);
      return;
    case ActionKind::type:
      if (characters(here.query) < kLongestQuery) here.query += argument;
      here.page = 0;
      return;
    case ActionKind::erase:
      erase_character(here.query);
      here.page = 0;
      return;
    case ActionKind::show_results:
      here.results = !argument.empty();
      here.scroll = 0;
      return;
    case ActionKind::ask_aloud: return go(session, Screen::play_aloud);
    case ActionKind::play_aloud:
      if (here.screen == Screen::play_aloud) session.history.pop_back();
      return;
    case ActionKind::proceed:
      session.warned = true;
      here.screen = Screen::topic;
      here.scroll = 0;
      return;
    default: return;  // scrolls, steers the voice (see Voice::steers) or is the staff's: nothing of it is the visit's
  }
}

}  // namespace kiosk::app

#include "kiosk/app/session.h"

#include <algorithm>

#include "kiosk/base/utf8.h"

namespace kiosk::app {
namespace {

using screens::Place;
using screens::Screen;

constexpr size_t kLongestQuery = 40;  // characters
constexpr size_t kLongestHistory = 100;

void go(Session& session, Place place) {
  // A visitor who wanders for hours must not fill the memory: the oldest steps are forgotten, home stays.
  if (session.history.size() >= kLongestHistory) session.history.erase(session.history.begin() + 2);
  session.history.push_back(std::move(place));
}

void go(Session& session, Screen screen, const std::string& argument = "") {
  Place place;
  place.screen = screen;
  place.argument = argument;
  go(session, std::move(place));
}

void open_section(Session& session, const std::string& id, const catalog::Catalog& catalog) {
  for (const catalog::Section& section : catalog.sections(session.settings.language)) {
    if (section.id != id) continue;
    if (section.screen == "contacts") return go(session, Screen::contacts);
    if (section.screen == "news") return go(session, Screen::news);
    return go(session, Screen::section, id);
  }
}

void open_topic(Session& session, const std::string& id, Screen as, const catalog::Catalog& catalog) {
  auto topic = catalog.topic(id, session.settings.language);
  if (!topic.ok()) return;
  bool stop = topic->sensitivity == catalog::Sensitivity::red && !session.warned;
  const Place from = session.here();
  go(session, stop ? Screen::interruption : as, id);
  session.here().walk = stop && as == Screen::walk;
  // A page and its walk are one: what is ticked on one is ticked on the other.
  if (from.screen == Screen::topic && from.argument == id) {
    session.here().checked = from.checked;
    session.here().helped = from.helped;  // or it would be counted again on the way back
  }
}

void go_back(Session& session) {
  if (session.history.size() < 2) return;
  const Place from = session.here();
  session.history.pop_back();
  Place& here = session.here();
  bool same_page = from.screen == Screen::walk || (from.screen == Screen::beside && !from.contact);
  if (same_page && here.screen == Screen::topic && here.argument == from.argument) here.checked = from.checked;
}

void choose_language(Session& session, const LanguageTag& tag, const catalog::Catalog& catalog) {
  const auto& all = catalog.languages();
  auto language = std::find_if(all.begin(), all.end(), [&](const catalog::Language& one) { return one.tag == tag; });
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
  session.history.push_back(std::move(place));
}

// The question which language knows what stands there, and hands the answer back to it.
void show_beside(Session& session, const std::optional<LanguageTag>& language) {
  if (session.here().screen == Screen::beside_languages) {
    session.history.pop_back();
    session.here().other = language;
    session.here().page = 0;
    return;
  }
  const Place& from = session.here();
  if (from.screen != Screen::topic && from.screen != Screen::contact) return;
  Place place;
  place.screen = Screen::beside;
  place.argument = from.argument;
  place.contact = from.screen == Screen::contact;
  place.checked = from.checked;
  place.helped = from.helped;
  place.other = language;
  go(session, std::move(place));
}

void ask_which_beside(Session& session) {
  if (session.here().screen != Screen::beside) return;
  Place place = session.here();
  place.screen = Screen::beside_languages;
  place.page = 0;
  go(session, std::move(place));
}

void open_screen(Session& session, Screen screen) {
  if (screen == Screen::filters || screen == Screen::countries) return ask_about_contacts(session, screen);
  if (screen == Screen::beside_languages) return ask_which_beside(session);
  bool once = screen == Screen::languages || screen == Screen::display;  // the controls lead there from everywhere
  if (!once || session.here().screen != screen) go(session, screen);
}

void answer_about_contacts(Session& session, std::string Place::*choice, const std::string& answer) {
  if (session.history.size() < 2) return;
  session.history.pop_back();
  session.here().*choice = answer;
  session.here().page = 0;
}

}  // namespace

Session fresh_session(const catalog::Catalog& catalog) {
  Session session;
  session.settings.language =
      catalog.languages().empty() ? catalog.pack().source_language : catalog.languages().front().tag;
  return session;
}

namespace {

// Everything that an action can do to a visit.
class Change {
 public:
  Change(Session& session, const catalog::Catalog& catalog)
      : session_(session), here_(session.here()), catalog_(catalog) {}

  void operator()(const ui::Leave&) { session_ = fresh_session(catalog_); }
  void operator()(const ui::Back&) { go_back(session_); }
  void operator()(const ui::Home&) {
    if (session_.history.size() == 1) return;
    session_.history.resize(1);
    go(session_, Screen::home);
  }
  void operator()(const ui::Open& open) { open_screen(session_, open.screen); }
  void operator()(const ui::ChooseLanguage& chosen) { choose_language(session_, chosen.language, catalog_); }
  void operator()(const ui::SetTextScale& size) { session_.settings.text_scale = size.scale; }
  void operator()(const ui::SetContrast& contrast) { session_.settings.high_contrast = contrast.high; }
  void operator()(const ui::HidePage&) { session_.settings.curtain = true; }
  void operator()(const ui::ShowPage&) { session_.settings.curtain = false; }
  void operator()(const ui::ToggleReach&) { session_.settings.reach = !session_.settings.reach; }
  void operator()(const ui::OpenSection& section) { open_section(session_, section.id, catalog_); }
  void operator()(const ui::OpenTopic& topic) { open_topic(session_, topic.id, Screen::topic, catalog_); }
  void operator()(const ui::OpenWalk& topic) { open_topic(session_, topic.id, Screen::walk, catalog_); }
  void operator()(const ui::OpenContact& contact) { go(session_, Screen::contact, contact.id); }
  void operator()(const ui::ShowBeside& beside) { show_beside(session_, beside.language); }
  void operator()(const ui::ChooseFilter& filter) { answer_about_contacts(session_, &Place::filter, filter.topic); }
  void operator()(const ui::ChooseCountry& country) { answer_about_contacts(session_, &Place::country, country.code); }
  void operator()(const ui::TurnPage& turn) { here_.page = turn.page; }
  void operator()(const ui::ShowLarge& large) {
    here_.large = large.number;
    here_.page = 0;
  }
  void operator()(const ui::ShowCode& code) {
    here_.code = code.number;
    here_.page = 0;
  }
  void operator()(const ui::ToggleCheck& check) {
    if (here_.checked.erase(check.box) == 0) here_.checked.insert(check.box);
  }
  void operator()(const ui::AnswerTick& answer) {
    here_.checked.erase(answer.box);
    if (answer.yes) here_.checked.insert(answer.box);
    ++here_.page;
  }
  void operator()(const ui::SayHelped& said) { here_.helped = said.yes; }
  void operator()(const ui::Type& typed) {
    if (count_code_points(here_.query) < kLongestQuery) here_.query += typed.character;
    here_.page = 0;
  }
  void operator()(const ui::Erase&) {
    erase_last_code_point(here_.query);
    here_.page = 0;
  }
  void operator()(const ui::TurnKeys& turned) { here_.sheet = turned.sheet; }
  void operator()(const ui::AskAloud&) { go(session_, Screen::play_aloud); }
  void operator()(const ui::PlayAloud&) {
    if (here_.screen == Screen::play_aloud) session_.history.pop_back();
  }
  void operator()(const ui::Proceed&) {
    session_.warned = true;
    here_.screen = here_.walk ? Screen::walk : Screen::topic;
    here_.page = 0;
  }
  // Moves the page, steers the voice (Voice::steers) or is the staff's: nothing of it is the visit's.
  template <class Other>
  void operator()(const Other&) {}

 private:
  Session& session_;
  Place& here_;
  const catalog::Catalog& catalog_;
};

}  // namespace

void apply(Session& session, const ui::Action& action, const catalog::Catalog& catalog) {
  std::visit(Change(session, catalog), action);
}

}  // namespace kiosk::app

// The one table of the visitor's screens. Each screen is a file with one function, declared here and nowhere else, so
// that a new one touches no header but that of its name (ui/screen.h).
#include <algorithm>
#include <iterator>

#include "kiosk/screens/context.h"
#include "kiosk/screens/stops.h"

namespace kiosk::screens {

void draw_languages(const Context& context);
void draw_home(const Context& context);
void draw_section(const Context& context);
void draw_topic(const Context& context);
void draw_walk(const Context& context);
void draw_contacts(const Context& context);
void draw_contact(const Context& context);
void draw_beside(const Context& context);
void draw_beside_languages(const Context& context);
void draw_filters(const Context& context);
void draw_countries(const Context& context);
void draw_near_here(const Context& context);
void draw_news(const Context& context);
void draw_search(const Context& context);
void draw_display(const Context& context);
void draw_about(const Context& context);
void draw_interruption(const Context& context);
void draw_play_aloud(const Context& context);
void draw_idle_warning(const Context& context);

namespace {

// One row a screen. no_catalog has no drawing here: it needs no catalog (draw_no_catalog). The tour begins with the
// first screen and home by itself, because nothing is behind them.
struct Row {
  Screen screen;
  const char* name;  // in the tree
  void (*draw)(const Context&);
  FindStops stops;
};

constexpr Row kScreens[] = {
    {Screen::languages, "languages", draw_languages, language_stops},
    {Screen::home, "home", draw_home, no_stop},
    {Screen::section, "section", draw_section, section_stops},
    {Screen::topic, "topic", draw_topic, topic_stops},
    {Screen::walk, "walk", draw_walk, walk_stops},
    {Screen::contacts, "contacts", draw_contacts, contacts_stops},
    {Screen::contact, "contact", draw_contact, contact_stops},
    {Screen::beside, "beside", draw_beside, beside_stops},
    {Screen::beside_languages, "beside_languages", draw_beside_languages, beside_stops},
    {Screen::filters, "filters", draw_filters, one_stop},
    {Screen::countries, "countries", draw_countries, one_stop},
    {Screen::near_here, "near_here", draw_near_here, one_stop},
    {Screen::news, "news", draw_news, one_stop},
    {Screen::search, "search", draw_search, search_stops},
    {Screen::display, "display", draw_display, one_stop},
    {Screen::about, "about", draw_about, one_stop},
    {Screen::interruption, "interruption", draw_interruption, interruption_stops},
    {Screen::play_aloud, "play_aloud", draw_play_aloud, one_stop},
    {Screen::idle_warning, "idle_warning", draw_idle_warning, no_stop},
    {Screen::no_catalog, "no_catalog", nullptr, no_stop},
};

const Row& row_of(Screen screen) {
  const Row* row =
      std::find_if(std::begin(kScreens), std::end(kScreens), [&](const Row& one) { return one.screen == screen; });
  KIOSK_CHECK(row != std::end(kScreens));
  return *row;
}

}  // namespace

const char* name_of(Screen screen) { return row_of(screen).name; }

Stops stops(const catalog::Catalog& catalog, const LanguageTag& language) {
  Stops all;
  for (const Row& row : kScreens) {
    Stops own = row.stops(row.screen, catalog, language);
    std::move(own.begin(), own.end(), std::back_inserter(all));
  }
  return all;
}

void draw(const Context& context) {
  const Row& row = row_of(context.place.screen);
  KIOSK_CHECK(row.draw);
  row.draw(context);
}

}  // namespace kiosk::screens

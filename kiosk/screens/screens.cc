#include "kiosk/screens/screens.h"

#include <algorithm>

namespace kiosk::screens {
namespace {

// One row a screen. no_catalog has no drawing here: it needs no catalog (draw_no_catalog).
struct Row {
  Screen screen;
  const char* name;  // in the tree
  void (*draw)(const Context&);
};

constexpr Row kScreens[] = {
    {Screen::languages, "languages", draw_languages},
    {Screen::home, "home", draw_home},
    {Screen::section, "section", draw_section},
    {Screen::topic, "topic", draw_topic},
    {Screen::walk, "walk", draw_walk},
    {Screen::contacts, "contacts", draw_contacts},
    {Screen::contact, "contact", draw_contact},
    {Screen::filters, "filters", draw_filters},
    {Screen::countries, "countries", draw_countries},
    {Screen::near_here, "near_here", draw_near_here},
    {Screen::news, "news", draw_news},
    {Screen::search, "search", draw_search},
    {Screen::display, "display", draw_display},
    {Screen::about, "about", draw_about},
    {Screen::interruption, "interruption", draw_interruption},
    {Screen::play_aloud, "play_aloud", draw_play_aloud},
    {Screen::idle_warning, "idle_warning", draw_idle_warning},
    {Screen::no_catalog, "no_catalog", nullptr},
};

const Row& row_of(Screen screen) {
  const Row* row =
      std::find_if(std::begin(kScreens), std::end(kScreens), [&](const Row& one) { return one.screen == screen; });
  KIOSK_CHECK(row != std::end(kScreens));
  return *row;
}

}  // namespace

const char* name_of(Screen screen) { return row_of(screen).name; }

void draw(const Context& context) {
  const Row& row = row_of(context.place.screen);
  KIOSK_CHECK(row.draw);
  row.draw(context);
}

}  // namespace kiosk::screens

#include "kiosk/screens/screens.h"

namespace kiosk::screens {

const char* name_of(Screen screen) {
  switch (screen) {
    case Screen::languages: return "languages";
    case Screen::home: return "home";
    case Screen::section: return "section";
    case Screen::topic: return "topic";
    case Screen::contacts: return "contacts";
    case Screen::contact: return "contact";
    case Screen::filters: return "filters";
    case Screen::countries: return "countries";
    case Screen::near_here: return "near_here";
    case Screen::news: return "news";
    case Screen::search: return "search";
    case Screen::display: return "display";
    case Screen::about: return "about";
    case Screen::interruption: return "interruption";
    case Screen::play_aloud: return "play_aloud";
    case Screen::idle_warning: return "idle_warning";
    case Screen::no_catalog: return "no_catalog";
  }
  KIOSK_CHECK(false);
}

void draw(const Context& context) {
  switch (context.place.screen) {
    case Screen::languages: return draw_languages(context);
    case Screen::home: return draw_home(context);
    case Screen::section: return draw_section(context);
    case Screen::topic: return draw_topic(context);
    case Screen::contacts: return draw_contacts(context);
    case Screen::contact: return draw_contact(context);
    case Screen::filters: return draw_filters(context);
    case Screen::countries: return draw_countries(context);
    case Screen::near_here: return draw_near_here(context);
    case Screen::news: return draw_news(context);
    case Screen::search: return draw_search(context);
    case Screen::display: return draw_display(context);
    case Screen::about: return draw_about(context);
    case Screen::interruption: return draw_interruption(context);
    case Screen::play_aloud: return draw_play_aloud(context);
    case Screen::idle_warning: return draw_idle_warning(context);
    case Screen::no_catalog: break;
  }
  KIOSK_CHECK(false);
}

}  // namespace kiosk::screens

// Which screens there are. What each of them is called, draws and shows on the tour is one row in screens/screens.cc.
#pragma once

namespace kiosk::ui {

enum class Screen {
  languages,  // the first one: attract and language choice in one
  home,
  section,  // argument: id
  topic,    // argument: slug
  walk,     // the same as pictures, card by card; argument: slug
  contacts,
  contact,           // argument: id
  beside,            // a topic or a contact in two languages; argument: its id
  beside_languages,  // which language stands there beside the visitor's
  filters,           // what the contacts are about
  countries,         // in which country they are
  near_here,         // those that have coordinates, by distance
  news,
  search,
  display,  // text size and contrast
  about,
  interruption,  // before the first red page (R59); argument: the slug it leads to
  play_aloud,    // whether others may hear the page before (R56)
  idle_warning,
  no_catalog,  // nothing can be opened: the emergency numbers of the configuration
};

}  // namespace kiosk::ui

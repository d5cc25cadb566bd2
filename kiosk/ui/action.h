// What a visitor can do. Screens attach actions to what they draw; app::Navigator carries them out.
#pragma once

#include <string>

namespace kiosk::ui {

enum class ActionKind {
  none,
  leave,  // end the visit now
  back,
  home,
  open_languages,
  choose_language,  // argument: tag
  open_display,     // text size and contrast
  set_text_scale,   // argument: "1", "1.5" or "2"
  set_contrast,     // argument: "default" or "high"
  toggle_reach,
  open_section,  // argument: id
  open_topic,    // argument: slug
  open_contact,  // argument: id
  open_search,
  open_about,
  turn_page,  // argument: page number from 0
  scroll,     // argument: "up" or "down": nearly one screenful
  open_filters,
  choose_filter,  // argument: contact topic, empty for all
  open_countries,
  open_near_here,
  choose_country,  // argument: ISO 3166 code, empty for all
  show_large,      // argument: index of the number, or "" to go back to the card
  show_code,       // argument: index of the number, or "" to hide
  toggle_check,    // argument: which box
  type,            // argument: a character
  erase,
  show_results,  // of the search, with the keyboard out of the way; argument "" brings the keyboard back
  stay,          // at the idle warning
  proceed,       // past the interruption page
  listen,        // hear this page; while it is heard: stop
  listen_to,     // argument: node id: hear this one thing
  ask_aloud,     // whether others may hear this page (R56)
  play_aloud,    // yes, they may
  pause,         // go on, where it was paused
  repeat,        // the last sentence, or the number
  change_pace,   // slower, and back
  stop,
  quieter,
  louder,
  hide_page,  // heard, and not seen (R62)
  show_page,
  set_up,  // on a kiosk that nobody has set up yet: the screens of its first day
  staff,   // on the staff's screens; argument: see screens/staff.h
};

struct Action {
  ActionKind kind = ActionKind::none;
  std::string argument;

  bool operator==(const Action&) const = default;
};

}  // namespace kiosk::ui

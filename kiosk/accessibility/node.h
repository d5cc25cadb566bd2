// One thing on the screen, as it is for everyone who does not see it: the keypad, the voice, the tests, the dump.
// Roles and states are ARIA's where ARIA has one. Plain values.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/colour.h"
#include "kiosk/base/language_tag.h"
#include "kiosk/base/units.h"

namespace kiosk::accessibility {

enum class Role {
  text,  // words that are only read
  heading,
  note,
  list_item,
  image,
  button,
  tile,  // a button that leads to a page: picture, words and voice together
  link,
  toggle,     // a button that stays pressed: state.pressed
  check_box,  // state.checked
  choice,     // one of several: state.selected
  key,        // of the on-screen keyboard
  phone,      // a dialable number: phone is set
  listen,     // hear the thing beside it without opening that
  code,       // a QR code: value is what it holds
  timer,
  progress,         // of something that goes on by itself: value is percent, where it is known
  status,           // changes by itself and is spoken when it does
  leave,            // "leave now"
  fallback_notice,  // says that what follows is in another language (R75)
};

std::string_view name_of(Role role);

// Where it comes in the reading order.
enum class Region {
  page,
  controls,  // round every page: the bar, page turning, voice controls
};

struct State {
  std::optional<bool> pressed, checked, selected;

  bool operator==(const State&) const = default;
};

// Words as they are on the screen.
struct TextRun {
  std::string text;
  LanguageTag language = LanguageTag::of("en");
  Direction direction = Direction::left_to_right;
  Rect rect;              // ink's advance box, px
  float size = 0;         // em, px
  Mm capital_height{0};   // of a Latin capital at this size
  float line_height = 0;  // px
  int lines = 1;
  float last_line = 0;      // how long the last line is, of the width that it may take; 0: as wide as it likes
  bool broke_word = false;  // a word was wider than its place and had to be broken
  Colour foreground, background;
};

// One glyph of a phone number where it was drawn.
struct PhoneGlyph {
  char32_t code_point = 0;
  Rect rect;
};

struct Phone {
  std::string dial;     // what the catalog says is dialled
  std::string display;  // what is meant to be shown
  std::vector<PhoneGlyph> glyphs;

  // The characters in the order they have on the screen, line by line from the left, without spaces.
  std::string as_drawn() const;
};

struct Node {
  std::string id;  // stable while the same thing is shown; unique on a screen
  Role role = Role::text;
  Region region = Region::page;
  std::string name;    // what it is called, in `language`
  std::string value;   // code: its payload; timer: seconds left; progress: percent
  std::string spoken;  // what the voice says when that is more than the name
  LanguageTag language = LanguageTag::of("en");
  Direction direction = Direction::left_to_right;
  Rect rect;  // px, of the whole target
  Rect clip;  // px, outside of which nothing of it is seen
  bool enabled = true;
  bool focused = false;
  bool sensitive = false;  // belongs to a red page
  bool hidden = false;     // behind the curtain: heard, and not seen or touched (R62)
  bool at_once = false;    // one tap is enough where touch otherwise only speaks: it protects the visitor (R51, R62)
  State state;
  std::vector<std::string> actions;  // "press" for everything that can be pressed
  std::string icon;
  bool icon_mirrored = false;
  Rect icon_rect;  // px
  std::optional<Phone> phone;
  std::vector<TextRun> text;

  bool can_act() const { return enabled && !actions.empty(); }
};

}  // namespace kiosk::accessibility

// The on-screen keyboard: a layout for each script. Search forgives accents and case, so it has letters only, no shift
// and no dead keys; names get capitals, digits and signs by two keys more. Keys are at least 15 mm high, 13 mm on a
// compact panel; they are the one kind of target below 20 mm elsewhere, because ten in a row have no room for more on
// the panels this runs on.
#pragma once

#include <string>
#include <vector>

#include "kiosk/ui/layout.h"

namespace kiosk::ui {

// Rows of characters for a language: the layout its readers know, else that of its script.
std::vector<std::vector<std::string>> keyboard_layout(const LanguageTag& language);

enum class KeyboardLayer {
  search,   // letters, and no way to others
  letters,  // with keys that bring the following two
  capitals,
  digits,  // and the signs of names and addresses
};

// The letter as a name begins with it; the same where its script knows no capitals.
std::string capital(const std::string& letter);

// The same for all layers between which one changes, so that nothing moves under the hand.
// `with_field`: what is typed stands in the last row.
float keyboard_height(Frame& frame, float width, KeyboardLayer layer = KeyboardLayer::search, bool with_field = false);
// Keys are Type and Erase, those between layers Staff with letters, capitals or digits.
// `kept` px at the start of the last row stay free, for the field that is typed into.
void draw_keyboard(Frame& frame, const Rect& at, KeyboardLayer layer = KeyboardLayer::search, float kept = 0);
// As a block of a page.
Box keyboard_box(KeyboardLayer layer);
// Of one key, px.
float key_height(const Frame& frame);

}  // namespace kiosk::ui

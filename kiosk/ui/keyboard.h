// The on-screen keyboard: the rows that the catalog has for the visitor's language. Search forgives accents and case,
// so it has letters only, no shift and no dead keys; names get capitals, digits and signs by two keys more. Keys are at
// least 15 mm high, 13 mm on a compact panel; they are the one kind of target below 20 mm elsewhere, because ten in a
// row have no room for more on the panels this runs on.
#pragma once

#include "kiosk/ui/layout.h"

namespace kiosk::ui {

enum class KeyboardLayer {
  search,   // letters, and no way to others
  letters,  // with keys that bring the following two
  capitals,
  digits,  // and the signs of names and addresses
};

// The same for all layers and sheets between which one changes, so that nothing moves under the hand.
// `with_field`: what is typed stands in the last row.
float keyboard_height(Frame& frame, float width, KeyboardLayer layer = KeyboardLayer::search, bool with_field = false);
// Keys are Type and Erase; those that turn to another sheet of letters are TurnKeys in search, elsewhere Staff with
// letters or capitals, and those between layers Staff with letters, capitals or digits.
// `kept` px at the start of the last row stay free, for the field that is typed into.
void draw_keyboard(Frame& frame, const Rect& at, KeyboardLayer layer, int sheet, float kept = 0);
// As a block of a page.
Box keyboard_box(KeyboardLayer layer, int sheet);
// Of one key, px.
float key_height(const Frame& frame);

}  // namespace kiosk::ui

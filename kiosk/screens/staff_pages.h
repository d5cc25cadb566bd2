// One function for each of the staff's pages that is more than sentences and buttons; staff.h's draw_staff() picks.
#pragma once

#include <string>

#include "kiosk/screens/staff.h"
#include "kiosk/ui/button.h"

namespace kiosk::screens {

ui::Button staff_button(std::string id, std::string label, std::string icon, ui::Staff deed);

// A square with one picture or, without one, one sign in its middle; its words are for the tree alone where it has a
// picture.
void draw_square(ui::Frame& frame, const ui::Button& button, const Rect& at);

void draw_pin(ui::Frame& frame, const StaffView& view, float scroll);
void draw_owner(ui::Frame& frame, const StaffView& view, float scroll);
void draw_clean(ui::Frame& frame, const StaffView& view);
void draw_cleaned(ui::Frame& frame, float scroll);
void draw_touch_test(ui::Frame& frame, const StaffView& view, float scroll);
void draw_set_up(ui::Frame& frame, const StaffView& view, float scroll);

// The fields of the touch test and how far it is. Returns the height, at least the column's.
float draw_touch_fields(ui::Frame& frame, const std::set<int>& touched, const Rect& column);

// Ten digits, "erase" and "enter", each a staff action of that name. Never mirrored: numbers are not (R91). Every key
// says the same to the voice (R15). Returns the height.
float draw_digit_keys(ui::Frame& frame, const Rect& column);
// The groups of a content key in rows of up to three, from left to right in every language, as on the paper. Returns
// the height.
float draw_key_groups(ui::Frame& frame, const std::string& key, const Rect& column);
// A circle for each digit that was typed.
float draw_typed_digits(ui::Frame& frame, size_t count, const Rect& column);

}  // namespace kiosk::screens

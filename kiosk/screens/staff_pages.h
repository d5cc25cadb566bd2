// One function for each of the staff's pages that is more than sentences and buttons; staff.h's draw_staff() picks.
#pragma once

#include <string>

#include "kiosk/screens/page.h"
#include "kiosk/screens/staff.h"
#include "kiosk/ui/button.h"

namespace kiosk::screens {

// A page with the controls that staff have: no way home, as no visitor is there.
void draw_staff_page(ui::Frame& frame, int page, const PageHead& head, PageBody body);

// Of a staff page's sentences: nearer to one another where height is dear.
ui::TextStyle staff_text(const ui::Frame& frame);

ui::Button staff_button(std::string id, std::string label, std::string icon, ui::Staff deed);

// A square with one picture or, without one, one sign in its middle; its words are for the tree alone where it has a
// picture.
ui::Box square_box(ui::Button button);

void draw_pin(ui::Frame& frame, const StaffView& view, int page);
void draw_owner(ui::Frame& frame, const StaffView& view, int page);
void draw_clean(ui::Frame& frame, const StaffView& view);
void draw_cleaned(ui::Frame& frame, int page);
void draw_touch_test(ui::Frame& frame, const StaffView& view, int page);
void draw_set_up(ui::Frame& frame, const StaffView& view, int page);

// The fields of the touch test, which fill what they are given, and above them how far it is.
ui::Box touch_fields(const ui::Frame& frame, const std::set<int>& touched);

// What is asked and a telephone's keys: ten digits, "erase" and "enter", each a staff action of that name. The keys are
// never mirrored: numbers are not (R91). Every key says the same to the voice (R15). They stand beside what is asked
// where both have room, else in two rows below it.
ui::Box with_digit_keys(const ui::Frame& frame, ui::Box asked);

// The same keys in two rows, for a low panel with much above them.
ui::Box digit_keys_in_two_rows(const ui::Frame& frame);

// The same for a PIN: a circle for each digit that was typed.
ui::Box pin_pad(const ui::Frame& frame, const std::string& words, size_t digits);

// The groups of a content key, from left to right in every language, as on the paper. `quiet`: no larger than text.
ui::Box key_groups(const std::string& key, int columns, bool quiet = false);

}  // namespace kiosk::screens

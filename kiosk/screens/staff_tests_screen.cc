// Cleaning, with a countdown that a wet cloth cannot stop (R49), and the test of the touch panel: every field that
// answers is filled.
#include <algorithm>

#include "kiosk/screens/page.h"
#include "kiosk/screens/staff_pages.h"

namespace kiosk::screens {

using accessibility::Role;

void draw_clean(ui::Frame& frame, const StaffView& view) {
  ui::TextStyle title = ui::styles::kTitle, digits = ui::styles::kTitle;
  title.align = digits.align = text::Align::center;
  title.scale = std::min(frame.settings().text_scale, 1.5f);
  digits.capital = Mm{std::min(40.0f, frame.height() / frame.mm(1) / 3)};
  digits.scale = 1;
  float margin = frame.mm(8), width = frame.width() - 2 * margin;
  std::string words = frame.tr("Clean the screen now. Touching it does nothing.");
  std::string number = std::to_string(view.seconds_left);
  const text::Paragraph& shown = frame.lay(number, digits, width);
  float tall = shown.height;
  float y = std::max(margin, (frame.height() - frame.lay(words, title, width).height - frame.mm(4) - tall) / 2);
  y += frame.words(Role::heading, "title", words, title, {margin, y, width, 0}) + frame.mm(4);
  Rect place{margin, y, width, tall};
  frame.node(Role::timer, "seconds", ui::fill(frame.tr("Seconds left: {1}"), {number}), place).value = number;
  frame.text(number, digits, place);
}

void draw_cleaned(ui::Frame& frame, float scroll) {
  draw_page(frame, {true, false}, scroll, {frame.tr("Is the screen clean?"), "", "slate", false}, 230,
            [&](const Rect& column) {
              std::vector<ui::Button> buttons{
                  staff_button("again", frame.tr("30 seconds more"), "broom", {ui::StaffDeed::clean}),
                  staff_button("status", frame.tr("For staff"), "wrench", {ui::StaffDeed::status})};
              buttons.front().look = ui::Look::primary;
              return draw_buttons(frame, buttons, column, 60, 2);
            });
}

float draw_touch_fields(ui::Frame& frame, const std::set<int>& touched, const Rect& column) {
  bool all = static_cast<int>(touched.size()) == kTouchColumns * kTouchRows;
  std::string words = all ? frame.tr("Every part of the screen answers.") : frame.tr("Touch every field.");
  float y = column.y, gap = frame.mm(3);
  y += frame.words(Role::status, "state", words, ui::styles::kStrong, {column.x, y, column.width, 0}) + gap;
  // As much of the picture as there is; where that is too little for three rows, the page is turned.
  float room = (column.height - (y - column.y) + gap) / kTouchRows - gap;
  float tall = std::max(frame.mm(20), room), wide = (column.width + gap) / kTouchColumns - gap;
  for (int i = 0; i < kTouchRows * kTouchColumns; ++i) {
    std::string number = std::to_string(i);
    bool answered = touched.contains(i);
    float across = static_cast<float>(i % kTouchColumns), down = static_cast<float>(i / kTouchColumns);
    std::string name = ui::fill(frame.tr("Field {1}"), {std::to_string(i + 1)});
    ui::Button button = staff_button("field-" + number, name, answered ? "check" : "checkbox-blank-circle-outline",
                                     {ui::StaffDeed::touched, i});
    button.look = answered ? ui::Look::primary : ui::Look::secondary;
    button.role = Role::check_box;
    button.state.checked = answered;
    draw_square(frame, button, {column.x + across * (wide + gap), y + down * (tall + gap), wide, tall});
  }
  return y + kTouchRows * (tall + gap) - gap - column.y;
}

void draw_touch_test(ui::Frame& frame, const StaffView& view, float scroll) {
  draw_page(frame, {true, false}, scroll, {"", "", "slate", false}, 2000,
            [&](const Rect& column) { return draw_touch_fields(frame, view.touched, column); });
}

}  // namespace kiosk::screens

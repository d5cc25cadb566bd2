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

void draw_cleaned(ui::Frame& frame, int page) {
  std::vector<ui::Button> buttons{staff_button("again", frame.tr("30 seconds more"), "broom", {ui::StaffDeed::clean}),
                                  staff_button("status", frame.tr("For staff"), "wrench", {ui::StaffDeed::status})};
  buttons.front().look = ui::Look::primary;
  PageBody body{.blocks = {ui::button_grid(std::move(buttons), Mm{60}, 2)}};
  body.measure = Mm{230};
  draw_staff_page(frame, page, {.title = frame.tr("Is the screen clean?"), .colour = "slate", .icon = "broom"},
                  std::move(body));
}

ui::Box touch_fields(const ui::Frame& frame, const std::set<int>& touched) {
  bool all = static_cast<int>(touched.size()) == kTouchColumns * kTouchRows;
  std::string words = all ? frame.tr("Every part of the screen answers.") : frame.tr("Touch every field.");
  std::vector<ui::Box> fields;
  for (int i = 0; i < kTouchRows * kTouchColumns; ++i) {
    bool answered = touched.contains(i);
    std::string name = ui::fill(frame.tr("Field {1}"), {std::to_string(i + 1)});
    ui::Button button = staff_button("field-" + std::to_string(i), name,
                                     answered ? "check" : "checkbox-blank-circle-outline", {ui::StaffDeed::touched, i});
    button.look = answered ? ui::Look::primary : ui::Look::secondary;
    button.role = Role::check_box;
    button.state.checked = answered;
    fields.push_back(square_box(std::move(button)));
  }
  ui::TextStyle style = ui::styles::kStrong;
  style.line_height = 1.1f;
  ui::GridShape shape{.gap = Mm{frame.size_class().is_compact() ? 1.0f : 3.0f}, .columns = kTouchColumns};
  return ui::column({ui::words(Role::status, "state", words, style), ui::grid(std::move(fields), shape).grow()}, Mm{2})
      .grow();
}

void draw_touch_test(ui::Frame& frame, const StaffView& view, int page) {
  PageBody body{.blocks = {touch_fields(frame, view.touched)}};
  body.measure = Mm{2000};
  body.style.stand = ui::Stand::fill;
  draw_staff_page(frame, page, {.colour = "slate"}, std::move(body));
}

}  // namespace kiosk::screens

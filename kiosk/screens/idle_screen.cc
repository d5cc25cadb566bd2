// "Are you still here?": covers the page (R44), shows the seconds as a ring and a number that needs no reading (R42),
// and goes away at any touch.
#include <algorithm>
#include <cmath>

#include "kiosk/screens/context.h"
#include "kiosk/ui/button.h"

namespace kiosk::screens {

using accessibility::Role;

void draw_idle_warning(const Context& context) {
  ui::Frame& frame = context.frame;
  Rect left = ui::draw_bar(frame, context.bar);
  float seconds = static_cast<float>(context.warning.left), all = static_cast<float>(context.warning.of);
  ui::TextStyle title = ui::styles::kTitle, digits = ui::styles::kTitle;
  title.align = digits.align = text::Align::center;
  title.scale = std::min(frame.settings().text_scale, 1.5f);
  digits.scale = 1;
  std::string words = frame.tr("Are you still here?");
  ui::Button stay;
  stay.id = "stay";
  stay.label = frame.tr("Yes, go on");
  stay.icon = "check";
  stay.look = ui::Look::primary;
  stay.action = ui::Stay{};
  stay.style.scale = title.scale;

  float margin = frame.mm(8), width = std::min(left.width - 2 * margin, frame.mm(200)),
        x = left.x + (left.width - width) / 2;
  float heading = frame.lay(words, title, width).height;
  float button_width = std::min(width, frame.mm(90)), button = button_height(frame, stay, button_width);
  float room = left.height - heading - button - frame.mm(10);
  float radius = std::clamp(room / 2, frame.mm(8), frame.mm(18));
  float y = left.y + std::max(frame.mm(2), (left.height - heading - button - 2 * radius - frame.mm(8)) / 2);

  y += frame.words(Role::heading, "title", words, title, {x, y, width, 0}) + frame.mm(3);
  float centre = left.x + left.width / 2;
  std::string number = std::to_string(static_cast<int>(std::ceil(seconds)));
  Rect circle{centre - radius, y, 2 * radius, 2 * radius};
  frame.node(Role::timer, "seconds", ui::fill(frame.tr("Seconds left: {1}"), {number}), circle).value = number;
  frame.painter().ring(centre, y + radius, radius - frame.mm(1), frame.mm(2), seconds / all, frame.theme().action);
  const text::Paragraph& shown = frame.lay(number, digits, 2 * radius);
  frame.text(shown, {circle.x, y + radius - shown.height / 2, circle.width, shown.height}, digits);
  y += 2 * radius + frame.mm(4);
  draw_button(frame, stay, {centre - button_width / 2, y, button_width, button});
}

}  // namespace kiosk::screens

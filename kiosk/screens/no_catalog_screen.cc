// When nothing can be opened: the numbers that matter most, from the configuration, in large digits. Never a black
// screen.
#include "kiosk/screens/contact_view.h"
#include "kiosk/screens/context.h"
#include "kiosk/ui/phone_number.h"

namespace kiosk::screens {

using accessibility::Role;

float draw_emergency_numbers(ui::Frame& frame, const std::vector<EmergencyNumber>& numbers, const Rect& column) {
  float y = column.y;
  int index = 0;
  for (const EmergencyNumber& number : numbers) {
    std::string suffix = std::to_string(index++);
    y += frame.words(Role::text, "name-" + suffix, number.name, ui::styles::kLabel, {column.x, y, column.width, 0});
    y += draw_phone_number(frame, {"number-" + suffix, dialled(number.number), number.number, number.name}, Mm{15},
                           {column.x, y, column.width, 0}) +
         frame.mm(4);
  }
  return y +
         frame.words(Role::text, "back-soon", frame.tr("The screen will come back."), ui::styles::kBody,
                     {column.x, y, column.width, 0}) -
         column.y;
}

void draw_no_catalog(ui::Frame& frame, const std::vector<EmergencyNumber>& numbers, float scroll) {
  float margin = frame.mm(8);
  Rect column{margin, margin, frame.width() - 2 * margin, 0};
  // There is no bar to stand on here.
  Rect left =
      ui::draw_update_strip(frame, {0, 0, frame.width(), frame.height()}, {0, frame.height(), frame.width(), 0});
  frame.scroll({column.x, 0, column.width, left.height}, scroll, [&](const Rect& at) {
    float y = at.y + margin;
    y += frame.words(Role::heading, "title", frame.tr("Help by phone"), ui::styles::kTitle, {at.x, y, at.width, 0}) +
         frame.mm(4);
    y += draw_emergency_numbers(frame, numbers, {at.x, y, at.width, 0});
    return y + margin - at.y;
  });
}

}  // namespace kiosk::screens

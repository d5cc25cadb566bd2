// Before a page that concerns nobody else is read on the loudspeaker: that others would hear it (R56).
#include "kiosk/screens/page.h"
#include "kiosk/screens/screens.h"
#include "kiosk/ui/button.h"

namespace kiosk::screens {

using accessibility::Role;

void draw_play_aloud(const Context& context) {
  ui::Frame& frame = context.frame;
  draw_page(context, {frame.tr("Play aloud?"), "", "slate", true}, 218, [&](const Rect& column) {
    const std::string lines[] = {
        frame.tr("People near you can hear it."),
        frame.tr("With headphones, only you hear it."),
    };
    float y = column.y;
    int number = 0;
    for (const std::string& line : lines) {
      y += frame.words(Role::text, "line-" + std::to_string(number++), line, ui::styles::kBody,
                       {column.x, y, column.width, 0}) +
           frame.mm(2);
    }
    std::vector<ui::Button> buttons(2);
    buttons[0].id = "play-aloud";
    buttons[0].label = frame.tr("Yes, play aloud");
    buttons[0].icon = "volume-high";
    buttons[0].action = ui::PlayAloud{};
    buttons[1].id = "play-not";
    buttons[1].label = frame.tr("No");
    buttons[1].icon = "volume-off";
    buttons[1].look = ui::Look::primary;
    buttons[1].action = ui::Back{};
    y += frame.mm(3);
    return y + draw_buttons(frame, buttons, {column.x, y, column.width, 0}, 60, 2) - column.y;
  });
}

}  // namespace kiosk::screens

// Before a page that concerns nobody else is read on the loudspeaker: that others would hear it (R56).
#include "kiosk/screens/page.h"
#include "kiosk/ui/button.h"

namespace kiosk::screens {

using accessibility::Role;

void draw_play_aloud(const Context& context) {
  ui::Frame& frame = context.frame;
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
  PageBody page;
  page.measure = Mm{218};
  page.blocks = {
      ui::words(Role::text, "line-0", frame.tr("People near you can hear it."), ui::styles::kBody),
      ui::words(Role::text, "line-1", frame.tr("With headphones, only you hear it."), ui::styles::kBody),
      ui::button_grid(std::move(buttons), Mm{60}, 2),
  };
  draw_page(context, {.title = frame.tr("Play aloud?"), .colour = "slate", .quiet = true, .icon = "volume-high"},
            std::move(page));
}

}  // namespace kiosk::screens

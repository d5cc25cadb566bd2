#include "kiosk/ui/curtain.h"

#include <algorithm>

#include "kiosk/ui/button.h"

namespace kiosk::ui {
namespace {

constexpr float kTarget = 20, kMargin = 2, kLowZone = 115;

// In a column beside the page, not in a row above the bar: on seven inches a row would take the page's last lines.
Rect draw_toggle(Frame& frame, const Rect& left) {
  Button toggle;
  toggle.id = kCurtainToggle;
  toggle.label = frame.tr("Hide page");
  toggle.icon = "eye-off";
  toggle.icon_place = IconPlace::above;
  toggle.style = styles::kBody;
  toggle.style.scale = 1;
  toggle.role = accessibility::Role::toggle;
  toggle.state.pressed = frame.settings().curtain;
  toggle.icon_only = frame.zone().height < frame.mm(kLowZone);
  // Hiding must not wait for a second tap. Showing does: a sleeve or an impatient finger must not show anything.
  toggle.at_once = !frame.settings().curtain;
  toggle.action = frame.settings().curtain ? Action(ShowPage{}) : Action(HidePage{});
  if (frame.settings().curtain) toggle.look = Look::primary;
  float width = toggle.icon_only ? frame.mm(kTarget) : least_button_width(frame, toggle) + frame.mm(2),
        tall = std::max(frame.mm(kTarget), button_height(frame, toggle, width));
  float margin = frame.mm(kMargin), below = std::min(margin, (left.height - tall) / 2);
  frame.set_region(accessibility::Region::controls);
  draw_button(frame, toggle, {left.right() - margin - width, left.bottom() - below - tall, width, tall});
  frame.set_region(accessibility::Region::page);
  return {left.x, left.y, left.width - width - 2 * margin, left.height};
}

// Plain and large, in the middle: its words say nothing of what it covers.
void draw_way_back(Frame& frame, const Rect& left) {
  Button show;
  show.id = "curtain-show";
  show.label = frame.tr("Show page");
  show.icon = "eye";
  show.action = ShowPage{};
  float margin = frame.mm(kMargin), width = std::min(left.width - 2 * margin, frame.mm(110)), tall = 0;
  float room = std::max(left.height - 2 * margin, frame.mm(kTarget));
  for (float scale = frame.settings().text_scale; scale > 0.99f; scale -= 0.25f) {
    show.style.scale = scale;
    tall = std::max(button_height(frame, show, width), frame.mm(30));
    if (tall <= room) break;
  }
  tall = std::min(tall, room);
  draw_button(frame, show, {left.x + (left.width - width) / 2, left.y + (left.height - tall) / 2, width, tall});
}

}  // namespace

Rect draw_curtain(Frame& frame, const Rect& left) {
  const Speech& speech = frame.speech();
  bool offered = speech.headphones && (speech.explore || speech.controls);
  Rect page = offered ? draw_toggle(frame, left) : left;
  if (!frame.settings().curtain) return page;
  draw_way_back(frame, page);
  frame.set_hidden(true);
  return page;
}

}  // namespace kiosk::ui

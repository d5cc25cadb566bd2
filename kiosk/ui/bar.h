// The bar at the bottom edge, the same on every screen so that hands learn it: leave now at the start, then back, home,
// language, text and contrast, and reach at the end. It never scrolls and never moves (R40, R51).
#pragma once

#include "kiosk/ui/frame.h"

namespace kiosk::ui {

struct BarState {
  bool can_go_back = false;
  bool can_go_home = false;
};

// Draws the bar inside the frame's zone and returns the part of the zone that is left for the page.
Rect draw_bar(Frame& frame, const BarState& state);

}  // namespace kiosk::ui

// The bar at the bottom edge, the same on every screen so that hands learn it: leave now at the start, then back, home,
// language, listen, text and contrast, and reach at the end, where the panel is so high that it changes anything. It
// never scrolls and never moves (R40, R51), and the curtain never hides it. What steers the voice stands in a row of
// its own above it, and between the two, while there is one, what is told of an update (update_strip.h).
#pragma once

#include "kiosk/ui/frame.h"

namespace kiosk::ui {

struct BarState {
  bool can_go_back = false;
  bool can_go_home = false;
};

// Draws all of it inside the frame's zone and returns the part of the zone that is left for the page.
Rect draw_bar(Frame& frame, const BarState& state);

}  // namespace kiosk::ui

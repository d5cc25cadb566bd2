// The controls that every screen has, at the same place on all of them so that hands learn it: leave now first, then
// back, home, language, listen, text and contrast, and reach last, where the panel is so high that it gains something.
// A low, wide panel has them in a rail at the start edge (rail.cc), every other in a bar at the bottom. They never move
// (R40, R51), and the curtain never hides them. What makes no sense on a screen is not there; its place stays free.
// What steers the voice stands in a row of its own at the foot of the page, and below it, while there is one, what is
// told of an update (update_strip.h).
#pragma once

#include <string>
#include <vector>

#include "kiosk/ui/button.h"

namespace kiosk::ui {

struct BarState {
  bool can_go_back = false;
  bool can_go_home = false;
  bool offers_search = false;  // on home, where "home" makes no sense: in its place
  bool offers_set_up = false;  // nobody has set this kiosk up yet: where "back" would be, so that nothing moves for it
};

// Draws all of it inside the frame's zone and returns the part of the zone that is left for the page.
Rect draw_bar(Frame& frame, const BarState& state);

// One place of the bar or the rail.
struct Slot {
  Button button;
  std::string brief = {};  // its words where not all of them fit; the voice says all
  bool there = true;

  Button with(bool in_brief) const;
};

// The controls in the rail; returns its place.
Rect draw_rail(Frame& frame, const std::vector<Slot>& slots);

}  // namespace kiosk::ui

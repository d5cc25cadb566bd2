// What is seen of an update from a stick. Two parts, both directly above the bar's buttons: a thin line that fills as
// the update goes on, inside the bar's own margin, so that nothing on the page ever moves for it; and above that a band
// with words, for which the page gives up height. When the words may come and go is for who fills in UpdateStrip
// (kiosk/app/update_notice.h): not under the eyes of a reader.
#pragma once

#include <string>

#include "kiosk/base/units.h"

namespace kiosk::ui {

class Frame;

struct UpdateStrip {
  std::string words;     // empty: there is nothing to tell, and no strip
  bool spelled = false;  // the words stand there to be read; else they are for the tree alone
  bool running = false;
  bool refused = false;  // it ended, and what was there before still is
  int percent = -1;      // -1: not known, or not running

  bool operator==(const UpdateStrip&) const = default;
};

// Height of the line: fits the margin that the bar keeps above its buttons.
inline constexpr float kUpdateLineMm = 1.4f;

// Draws the frame's strip: the line at the top of `bar`, the band at the bottom of `left`. Returns what is left of
// that.
Rect draw_update_strip(Frame& frame, const Rect& left, const Rect& bar);

}  // namespace kiosk::ui

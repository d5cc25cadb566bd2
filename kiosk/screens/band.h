// The band at the head of a page: picture and title in the section's colour.
#pragma once

#include "kiosk/screens/page.h"

namespace kiosk::screens {

struct Band {
  Rect at;                   // its place
  bool holds_title = true;   // false: no size of it fits, so it becomes the first block of the page
  bool holds_remark = true;  // the same
};

// Draws it along the upper edge of `left`.
Band draw_band(ui::Frame& frame, const PageHead& head, const Rect& left);

// What the band had no room for, as blocks.
std::vector<ui::Box> left_over(const Band& band, const PageHead& head);

}  // namespace kiosk::screens

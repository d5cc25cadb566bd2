// The band at the head of a page: picture and title in the section's colour.
#pragma once

#include "kiosk/screens/page.h"

namespace kiosk::screens {

// Of a band that holds what turns, mm.
inline constexpr float kBandRow = 15;

struct Band {
  Rect at;                   // its place
  bool holds_title = true;   // false: no size of it fits, so it becomes the first block of the page
  bool holds_remark = true;  // the same
};

// Draws it along the upper edge of `left`. `kept` px at its end stay free, for the row that turns.
Band draw_band(ui::Frame& frame, const PageHead& head, const Rect& left, bool first_page, float kept = 0);

// What the band had no room for, as blocks.
std::vector<ui::Box> left_over(const Band& band, const PageHead& head);

}  // namespace kiosk::screens

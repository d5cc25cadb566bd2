// Pages turn, they do not scroll: who reads little finds the way through one page after the other, and nothing is ever
// cut at an edge. Blocks stay whole; one that is higher than a page breaks between its lines. Where there is more than
// one page a row at the foot, or on a low panel a column at the end, says which this is and turns: also by swipe, by
// the keypad's page keys, and the voice turns by itself when it comes to the end of what it reads (app/kiosk.cc). This
// is the one way of turning in the kiosk: lists of tiles page with it too.
#pragma once

#include <optional>
#include <vector>

#include "kiosk/ui/button.h"

namespace kiosk::ui {

// The ids of what turns.
inline constexpr const char* kPageBefore = "page-before";
inline constexpr const char* kPageNext = "page-next";

// The boxes of each page of `width` x `room` px. At least one page.
std::vector<std::vector<Box>> break_into_pages(Frame& frame, std::vector<Box> blocks, Mm gap, float width, float room);

// What is left of a page's area beside what turns it: a row at its foot, or on a compact panel a column at its end.
Rect without_turning(const Frame& frame, const Rect& area);
// The width of a row in the band of a low panel.
float turning_row_width(Frame& frame, const Pages& pages, const std::vector<Button>& beside);
// The height of that row with the air above it; 0 where it is a column.
float turning_row(const Frame& frame);

// Two arrows that turn, where there is a page to turn to.
void draw_page_arrows(Frame& frame, const Rect& before, const Rect& next, const Pages& pages,
                      accessibility::Role role = accessibility::Role::button);

enum class Stand {
  top,
  middle,
  low,   // at the foot of the area, where a hand is: on panels that stand upright
  fill,  // the whole height: grids share it; so do boxes that grow, however the others stand
};

// In the band of a low panel, and the band's colour.
struct RowInBand {
  Rect at;
  Colour ground;
};

struct PagerStyle {
  Mm gap{4};  // between blocks
  Stand stand = Stand::top;
  bool dots = false;                        // one for each page, in place of its number
  std::vector<Button> beside = {};          // what else stands in the row, on every page, so that the row is there
  bool beside_is_read = true;               // with every page, as a part of it; not: only where a hand comes to it
  std::optional<RowInBand> row = {};        // none: at the foot of the area, or a column at its end
  std::optional<Box> head = {}, foot = {};  // above and below the blocks of every page, beside a column that turns
};

// Draws page `wanted` (clamped) of the blocks into `area`, and the row that turns, where there are more. Tells the
// scene which page it is and of how many (Scene::pages).
void draw_pages(Frame& frame, const Rect& area, std::vector<Box> blocks, int wanted, const PagerStyle& style = {});

}  // namespace kiosk::ui

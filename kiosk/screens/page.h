// The frame that every page has: the band in its section's colour, the title, the bar, and a column that scrolls.
#pragma once

#include <functional>
#include <string>

#include "kiosk/screens/context.h"
#include "kiosk/ui/button.h"

namespace kiosk::screens {

struct PageHead {
  std::string title;
  std::string where;   // which part of the kiosk this is, in words; empty: none
  std::string colour;  // of the section
  bool quiet = false;  // a red page: its title is no larger than its text (R57)
};

// How large a page's title is here.
const ui::TextStyle& title_style(ui::Frame& frame);

// Draws head and bar, then `body` below the title: it gets the top left corner and width of what is left and returns
// the height it used. Column width: at most `measure_mm`, in the middle.
void draw_page(const Context& context, const PageHead& head, float measure_mm,
               const std::function<float(const Rect& column)>& body);
// The same for pages that need no catalog.
void draw_page(ui::Frame& frame, const ui::BarState& bar, float scroll, const PageHead& head, float measure_mm,
               const std::function<float(const Rect& column)>& body);

// Cells in as many equal columns as have room for `least_width`, row by row; every row is as high as its highest cell.
struct Grid {
  Rect column;
  float gap = 0;
  int columns = 1;

  static Grid of(const Rect& column, float gap, float least_width, int most_columns);
  float cell_width() const {
    return (column.width - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  }
  // Draws `count` cells; `height` measures one, `cell` draws it. Returns the height of all.
  float draw(int count, const std::function<float(int, float width)>& height,
             const std::function<void(int, const Rect&)>& cell) const;
};

// Buttons in a grid of at most `most_columns`, each at least `least_mm` and its widest word wide. Returns the height.
float draw_buttons(ui::Frame& frame, const std::vector<ui::Button>& buttons, const Rect& column, float least_mm,
                   int most_columns);

}  // namespace kiosk::screens

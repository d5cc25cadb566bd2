// Boxes that measure and place themselves, so that no screen adds up pixels. A box knows how high it is at a width,
// draws itself into a place, and may be broken where a page ends. Boxes are values: a screen builds them for one frame
// and gives them to a page (screens/page.h), which breaks them into pages where they do not fit (pager.h).
//
//   column({words(Role::heading, "size", tr("Size of the letters"), styles::kHeading).keep_with_next(),
//           grid({button_box(a), button_box(b)}, {.least = 60_mm, .most_columns = 3})}, 3_mm)
//
// Places are logical, as everywhere in ui: x is where reading starts, and Painter mirrors. Lengths are millimetres.
// What was rejected: constraint solvers and two-pass trees with parents. Nothing here asks its parent anything; a width
// goes down, a height comes up, and that is enough for pages of text, buttons and tiles.
#pragma once

#include <functional>
#include <limits>
#include <string>
#include <vector>

#include "kiosk/ui/frame.h"

namespace kiosk::ui {

struct Box {
  // Height at a width, px. Every box has one.
  std::function<float(Frame&, float width)> height;
  // Draws into `at`, which may be higher than asked for: then the box fills it.
  std::function<void(Frame&, const Rect& at)> draw;
  // The narrowest width in which no word has to be broken, and the one in which no line has to be; none: 0.
  std::function<float(Frame&)> least = {};
  std::function<float(Frame&)> natural = {};
  // The part that fits into `room` px, and the rest; empty: it cannot be broken there. Called through broken().
  std::function<std::vector<Box>(Frame&, float width, float room)> split = {};
  // What is shown one after the other in its place where it is higher than a whole page of `room` px and cannot be
  // broken as it is; empty: it can be. Asked of the blocks of a page, never of what a box holds.
  std::function<std::vector<Box>(Frame&, float width, float room)> apart = {};
  float share = 0;         // of the height that is left over in a column; see grow()
  bool with_next = false;  // does not end a page: a heading
  bool own_page = false;   // nothing may stand before it on its page
  bool flows = false;      // breaks where the page ends, also where all of it has room on the next: a list of cards

  Box keep_with_next() && { return with_next = true, std::move(*this); }
  Box flowing() && { return flows = true, std::move(*this); }
  // Both parts take their share of the height as the whole does, and flow as it does.
  std::vector<Box> broken(Frame& frame, float width, float room) const;
  // In a column that is given more height than it needs, it takes this share of the rest.
  Box grow(float part = 1) && { return share = part, std::move(*this); }
};

// A node of its own, in the frame's language of the moment of drawing. Breaks between lines.
Box words(accessibility::Role role, std::string id, std::string text, const TextStyle& style,
          std::vector<text::Part> parts = {});

// The box in another language than the page's.
Box in_language(const LanguageTag& language, Box box);

// Air.
Box spacer(Mm height);
Box filler(float share = 1);

// One under the other. Breaks between its boxes, and inside one that is higher than a page.
Box column(std::vector<Box> boxes, Mm gap = Mm{0});

// How wide a cell of a row is.
struct Cell {
  Box box;
  Mm fixed{0};      // if not 0, exactly this
  float share = 0;  // of the width that is left over
  Mm at_least{0};
  Mm at_most{std::numeric_limits<float>::infinity()};
};
Cell fixed(Mm width, Box box);
Cell grow(Box box, float share = 1);
Cell natural(Box box);  // as wide as its words are on one line, where that is possible

// Beside each other, all as high as the highest. Where the cells' least widths do not fit it becomes a column.
Box row(std::vector<Cell> cells, Mm gap);

struct GridShape {
  Mm gap{4};
  Mm least{40};          // of a cell; never under the least width of its box
  int most_columns = 3;  // fewer where they have no room
  int columns = 0;       // if not 0, exactly so many
  bool digits = false;   // from left to right in every language, as digits are (R91)
};
// Equal columns; all cells of a row are as high as the highest. Given more height, its rows share it. Breaks between
// rows.
Box grid(std::vector<Box> boxes, GridShape shape);

// The first form that, with so much around it, is no higher than the panel; else the last one, which breaks.
Box first_that_fits(std::vector<Box> forms, Mm around);

// On top of each other, the first lowest.
Box stack(std::vector<Box> boxes);

Box padded(Mm across, Mm down, Box box);
Box at_least(Mm height, Box box);
// No wider than this, but where a word would have to be broken; stands at the start, or in the middle.
Box at_most(Mm width, Box box, text::Align align = text::Align::start);
// In the middle of the height it is given.
Box middle(Box box);

// A sign before the body: a dot, a number, a picture. It stands at the top and is part of the body's node; where the
// body breaks, its rest goes on under the same indent without the sign.
Box led_by(Box sign, Mm width, Box body);
// On a coloured ground with rounded corners. Breaks with what it holds.
Box plate(std::function<Colour(const Theme&)> ground, Mm padding, Box inner);

// A picture of the icon font in a square.
Box icon_box(std::string name, Mm side, Colour colour);

// A picture that says nothing and fills the place it is given, on a plate of its own.
Box picture_plate(std::string icon, std::string section_colour);

// A box for what still draws itself: `draw` returns the height it used. It cannot be broken.
Box drawn(std::function<float(Frame&, const Rect& at)> draw);

}  // namespace kiosk::ui

// A way in: a pictogram on a plate of its section's colour, a short label, sometimes a line about it, and a mark
// that speaks it (R77). The mark is a target of its own that lies on the tile: whoever misses it opens the tile or
// hears it.
#pragma once

#include <string>

#include "kiosk/ui/frame.h"

namespace kiosk::ui {

struct Tile {
  std::string id;
  std::string label;
  std::string detail;  // a quieter line under the label; only where the picture stands beside the words
  std::string icon;
  std::string colour;  // of the section: teal, ochre, ...
  Action action;
  bool filled = false;  // the whole tile in its colour: the most important one
  LanguageTag language = LanguageTag::of("en");
};

// The height it needs at a width, with the picture beside the words, or above them where no word fits beside it.
float tile_height(Frame& frame, const Tile& tile, float width);

// Chooses by the shape of the place whether the picture stands above the words or beside them.
void draw_tile(Frame& frame, const Tile& tile, const Rect& at);

// The height that a tile needs at a width when the picture stands above the words.
float tall_tile_height(Frame& frame, const Tile& tile, float width);

// The narrowest place in which no word has to be broken.
float least_tile_width(Frame& frame, const Tile& tile);

}  // namespace kiosk::ui

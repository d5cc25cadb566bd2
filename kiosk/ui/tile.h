// A way in: a drawing on a plate of its section's colour, a label of two lines, and in its own corner a mark that
// speaks it (R77). The mark is a target of its own that lies on the tile: whoever misses it opens the tile or hears it.
// There is one tile. On a low panel it lies, with the picture before the words; on every other it stands, with
// the picture above them. On a compact panel those few that stand for all of
// the kiosk take the form in which all have room.
#pragma once

#include <string>
#include <vector>

#include "kiosk/catalog/model.h"
#include "kiosk/ui/layout.h"

namespace kiosk::ui {

struct Tile {
  std::string id;
  std::string label;
  std::string detail;  // a quieter line under the label
  std::string icon;    // where there is no drawing
  std::string colour;  // of the section: teal, ochre, ...
  Action action;
  bool filled = false;  // the whole tile in its colour: the most important one
  bool brief = false;   // its label is a few words: on a compact panel six of them have room, one way or another
  LanguageTag language = LanguageTag::of("en");
  catalog::Drawing picture = {};
  Mm plate{0};  // of a tile that lies: how wide; 0: the narrowest
};

// It lies or stands as the panel has it, or stands anyway.
Box tile_box(Tile tile, bool stands = false);

// At most this many choices at a time (R79).
inline constexpr size_t kTilesPerPage = 6;

// Tiles as pages of six: 3 x 2, and 2 x 3 on a panel that stands or has a rail; of four below one another on a compact
// panel, where long labels have no room beside each other. One block a page, for a page whose style is Stand::fill.
std::vector<Box> tile_pages(const Frame& frame, std::vector<Tile> tiles);

// The mark that speaks what has this id and is called `label`: for everything that is chosen, in its own corner.
void draw_listen_mark(Frame& frame, const std::string& id, const std::string& label, const Rect& square, Colour colour);
// Its side, px.
float listen_mark_side(const Frame& frame);

}  // namespace kiosk::ui

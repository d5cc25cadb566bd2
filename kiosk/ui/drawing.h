// Drawings of the picture language (content/PICTURES.md) on the screen. A drawing is square, so a page is laid out
// before its pixels are there; until they are, its place is empty. In high contrast its other set of colours is
// taken, and in a language that is read from the right it is mirrored where its file says so.
#pragma once

#include "kiosk/catalog/model.h"
#include "kiosk/ui/layout.h"

namespace kiosk::ui {

// As large as `at` allows, in its middle; becomes the picture of the current node. Nothing for a drawing without name.
void draw_drawing(Frame& frame, const catalog::Drawing& drawing, const Rect& at);

// The same on a light ground of its own: for a plate of a section's colour, on which its lines would be lost.
void draw_drawing_on_light(Frame& frame, const catalog::Drawing& drawing, const Rect& at);

// A square, part of the node before it.
Box drawing_box(catalog::Drawing drawing, Mm side);
// In the middle of the place it is given, as large as that allows.
Box drawing_in_middle(catalog::Drawing drawing);
// A node of its own, called by what it shows.
Box drawing_node_box(catalog::Drawing drawing, Mm side, std::string id);

// Sign and body beside each other; below each other where words would have to be broken beside it. Where the body is
// broken, its rest goes on over the whole width.
Box beside(Box sign, Mm width, Box body);

}  // namespace kiosk::ui

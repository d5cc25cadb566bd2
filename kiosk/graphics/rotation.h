// A picture turned clockwise on its way to the screen, for panels mounted on their side or upside down. "Logical" is
// how the kiosk sees its picture, "screen" how the frame buffer holds it; both have their origin at the top left, in
// pixels.
#pragma once

#include <utility>

#include "kiosk/graphics/damage.h"

namespace kiosk::graphics {

enum class Rotation { none, quarter, half, three_quarters };

// REQUIRES: `degrees`, clockwise, is 0, 90, 180 or 270.
Rotation rotation_of(int degrees);

// Width and height in the one for those in the other.
template <class Number>
std::pair<Number, Number> turned_size(Rotation rotation, Number width, Number height) {
  bool swapped = rotation == Rotation::quarter || rotation == Rotation::three_quarters;
  return swapped ? std::pair(height, width) : std::pair(width, height);
}

// Where a logical rectangle is on a screen of `width` x `height`.
PixelRect to_screen(Rotation rotation, const PixelRect& logical, int width, int height);

// The logical place of a point of a screen of `width` x `height`.
std::pair<float, float> to_logical(Rotation rotation, float x, float y, float width, float height);

}  // namespace kiosk::graphics

#include "kiosk/graphics/rotation.h"

#include "kiosk/base/check.h"

namespace kiosk::graphics {

Rotation rotation_of(int degrees) {
  switch (degrees) {
    case 0: return Rotation::none;
    case 90: return Rotation::quarter;
    case 180: return Rotation::half;
    case 270: return Rotation::three_quarters;
    default: break;
  }
  KIOSK_CHECK(false);
}

PixelRect to_screen(Rotation rotation, const PixelRect& at, int width, int height) {
  switch (rotation) {
    case Rotation::none: return at;
    case Rotation::quarter: return {width - at.bottom, at.left, width - at.top, at.right};
    case Rotation::half: return {width - at.right, height - at.bottom, width - at.left, height - at.top};
    case Rotation::three_quarters: return {at.top, height - at.right, at.bottom, height - at.left};
  }
  KIOSK_CHECK(false);
}

std::pair<float, float> to_logical(Rotation rotation, float x, float y, float width, float height) {
  switch (rotation) {
    case Rotation::none: return {x, y};
    case Rotation::quarter: return {y, width - x};
    case Rotation::half: return {width - x, height - y};
    case Rotation::three_quarters: return {height - y, x};
  }
  KIOSK_CHECK(false);
}

}  // namespace kiosk::graphics

// How a screen is composed follows from the panel's size in millimetres, never from its pixels: what fits on one class
// is another arrangement of the same parts on the next.
#pragma once

#include <algorithm>

namespace kiosk::ui {

enum class Size {
  compact,  // the short side is under 110 mm: seven inches
  regular,  // ten inches
  large,    // from 180 mm: fifteen inches and more
};

struct SizeClass {
  Size size = Size::regular;
  bool tall = false;  // stands upright

  // A low, wide panel has its controls in a rail at the start edge; the others have a bar at the bottom.
  bool has_rail() const { return !tall && size != Size::large; }
  bool is_compact() const { return size == Size::compact; }
  // Room to spare: contents grow to fill it.
  bool is_roomy() const { return tall || size == Size::large; }

  bool operator==(const SizeClass&) const = default;
};

inline SizeClass size_class_of(float width_mm, float height_mm) {
  constexpr float kCompactBelow = 110, kLargeFrom = 180;
  float shorter = std::min(width_mm, height_mm);
  Size size = shorter < kCompactBelow ? Size::compact : shorter < kLargeFrom ? Size::regular : Size::large;
  return {size, height_mm > width_mm};
}

}  // namespace kiosk::ui

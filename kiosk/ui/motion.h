// What moves in one frame, so that one sees where something came from: a page slides in from the side on which reading
// goes on, a card grows into what it leads to, a tick swells and settles. Only what is painted moves; every node is at
// its place from the first frame on, so that a hand, a key and the voice find it there.
#pragma once

#include <string>
#include <variant>

#include "kiosk/accessibility/node.h"

namespace kiosk::ui {

// From page `from` of the same screen.
struct Turn {
  int from = 0;
};

// Out of this place on the screen.
struct Growth {
  Rect from;
};

// Of what this node shows.
struct Swell {
  std::string node;
};

struct Motion {
  std::variant<std::monostate, Turn, Growth, Swell> what;
  float part = 1;  // 0 as it begins, 1 where all stands

  template <typename What>
  const What* as() const {
    return std::get_if<What>(&what);
  }
};

// Between two places.
inline Rect between(const Rect& from, const Rect& to, float part) {
  auto mix = [part](float a, float b) { return a + (b - a) * part; };
  return {mix(from.x, to.x), mix(from.y, to.y), mix(from.width, to.width), mix(from.height, to.height)};
}

}  // namespace kiosk::ui

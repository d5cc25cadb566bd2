// How the keys of a keyboard lie on a panel: its own rows where they fit; else the same keys in shorter rows, and in
// more sheets. Two dozen letters fit every panel, but Devanagari has sixty and Thai eighty: a key beside the space bar
// turns to the next sheet. Rejected: smaller keys, which a hand misses, and rows that scroll, which hide that there
// are more.
#pragma once

#include <cstddef>
#include <vector>

#include "kiosk/catalog/keyboard.h"

namespace kiosk::ui {

struct KeyRoom {
  size_t per_row = 10, rows = 3;
  bool shares_last_row = false;  // that of the space bar has room for a few letters
};

struct KeySheet {
  catalog::Keyboard::Sheet rows;
  catalog::Keyboard::Row beside_space;

  bool operator==(const KeySheet&) const = default;
};

// Of `sheets` sheets: none, one onward, or one either way.
constexpr size_t turning_keys(size_t sheets) { return sheets < 2 ? 0 : sheets == 2 ? 1 : 2; }

std::vector<KeySheet> lay_out_keys(const std::vector<catalog::Keyboard::Sheet>& sheets, const KeyRoom& room);

}  // namespace kiosk::ui

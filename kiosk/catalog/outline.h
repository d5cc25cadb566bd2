// The form in which content.db keeps the outline of an area: rings of "latitude longitude" pairs with a blank between
// all numbers and a semicolon between rings, in degrees with five decimals, about one metre. A ring of one point alone
// is a town. Part of the format: SCHEMA.md.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/position.h"
#include "kiosk/base/result.h"
#include "kiosk/catalog/model.h"

namespace kiosk::catalog {

inline bool is_town(const Area& area) { return area.outline.size() == 1 && area.outline.front().size() == 1; }

// Error: Code::invalid when a ring has two points or none, all of them too many, or one is no place on earth.
Result<std::string> write_outline(const std::string& what, const std::vector<std::vector<Position>>& rings);

// What could be read: a ring with anything wrong in it is left out.
std::vector<std::vector<Position>> read_outline(std::string_view text);

}  // namespace kiosk::catalog

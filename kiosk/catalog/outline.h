// The form in which content.db keeps the outline of an area: rings of "latitude longitude" pairs with a blank between
// all numbers and a semicolon between rings, in degrees with five decimals, about one metre. Part of the format:
// SCHEMA.md.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/position.h"
#include "kiosk/base/result.h"

namespace kiosk::catalog {

// Error: Code::invalid when a ring has less than three points, all of them too many, or one is no place on earth.
Result<std::string> write_outline(const std::string& what, const std::vector<std::vector<Position>>& rings);

// What could be read: a ring with anything wrong in it is left out.
std::vector<std::vector<Position>> read_outline(std::string_view text);

}  // namespace kiosk::catalog

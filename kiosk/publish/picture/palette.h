// The colours of drawings by name, in the two sets that a catalog holds. In the second set light and dark change
// places, for a black page: what is drawn in ink is white there, and a wall or a field is dark.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/catalog/drawing_file.h"

namespace kiosk::publish {

// "#14222e" for "ink"; nullopt: there is no such colour.
std::optional<std::string> colour_value(std::string_view name, catalog::Colours colours);

std::vector<std::string_view> colour_names();

}  // namespace kiosk::publish

// What is allowed in the attributes of a drawing's shapes.
#pragma once

#include <optional>
#include <string_view>

namespace kiosk::publish {

// A plain number that lies near the grid.
bool is_length(std::string_view text);

// Letters of path data, each followed by as many numbers as it takes.
bool is_path_data(std::string_view text);

// By how much translate, scale and rotate, one after the other, make things larger; nullopt: it is something else.
std::optional<double> scale_of_transform(std::string_view text);

}  // namespace kiosk::publish

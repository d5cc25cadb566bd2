// What text of the settings may not hold, asked of Unicode's tables.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kiosk::config {

// The first character that is not to be seen, "U+202E": controls, marks of direction, private and unassigned ones. The
// two joiners stay: several scripts need them. Invalid UTF-8 counts as one.
std::optional<std::string> unseen_character(std::string_view text);

// Whether three digits, of whatever script, follow one another with no letter between them.
bool could_be_dialled(std::string_view text);

}  // namespace kiosk::config

// Names of files as other computers compare them.
#pragma once

#include <string>
#include <string_view>

namespace kiosk::rules {

// In small letters and in one Unicode form: two names with the same are one file on most sticks.
std::string comparable_name(std::string_view name);

}  // namespace kiosk::rules

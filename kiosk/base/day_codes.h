// The days of the week as OpenStreetMap writes them in opening hours, Monday first.
#pragma once

#include <array>
#include <string_view>

namespace kiosk {

inline constexpr std::array<std::string_view, 7> kDayCodes{"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"};

}  // namespace kiosk

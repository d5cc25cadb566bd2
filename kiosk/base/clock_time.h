// A time of day on a 24-hour clock, "08:30", held as minutes since midnight: in opening hours, settings and on screens.
// Hours after midnight may count on, up to "48:00", as opening hours write them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kiosk {

inline constexpr int kMinutesPerDay = 24 * 60;

// Nothing but two digits, a colon and two digits.
std::optional<int> parse_clock_time(std::string_view text);

// REQUIRES: 0 <= minute <= two days
std::string format_clock_time(int minute);

}  // namespace kiosk

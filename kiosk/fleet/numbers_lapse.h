// The day after which the first phone number of a catalog goes off the screen, because its check is then too old.
// Nobody at a kiosk sees that day coming, so who looks after it is told 30 days before.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>

#include "kiosk/base/date.h"

namespace kiosk::fleet {

inline constexpr std::chrono::days kTellBefore{30};

// None: the catalog cannot be read, or shows no number.
std::optional<Date> numbers_lapse(const std::filesystem::path& catalog);

}  // namespace kiosk::fleet

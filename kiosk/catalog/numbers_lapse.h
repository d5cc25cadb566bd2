// The day after which the first phone number of a catalog goes off the screen, because its check is then too old.
// No one at the kiosk would see it coming, so staff and the office are told 30 days before.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>

#include "kiosk/base/date.h"

namespace kiosk::catalog {

inline constexpr std::chrono::days kTellBefore{30};

// None: the catalog cannot be read, or shows no number.
std::optional<Date> numbers_lapse(const std::filesystem::path& catalog);

}  // namespace kiosk::catalog

// Instants, to the second and in UTC, written as RFC 3339 (2026-11-23T12:00:00Z) everywhere: in signed metadata, in the
// store, in receipts.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "kiosk/base/result.h"

namespace kiosk {

using Instant = std::chrono::sys_seconds;

// Error: Code::invalid for anything but YYYY-MM-DDThh:mm:ssZ naming a second that exists; leap seconds do not.
Result<Instant> parse_instant(std::string_view text);

std::string format_instant(Instant instant);

}  // namespace kiosk

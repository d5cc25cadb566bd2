// Calendar days, written as ISO 8601 (2026-11-23) everywhere: in content, in databases, in receipts.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "kiosk/base/result.h"

namespace kiosk {

using Date = std::chrono::sys_days;

// Error: Code::invalid for anything but YYYY-MM-DD naming a day that exists.
Result<Date> parse_date(std::string_view text);

std::string format_date(Date date);

}  // namespace kiosk

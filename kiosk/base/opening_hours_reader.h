// The reader behind OpeningHours::parse(), in two steps: as the notation has it, and, for what it has not, a guess at
// what was meant, which is offered and never taken.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kiosk/base/opening_hours.h"

namespace kiosk {

struct HoursReading {
  std::optional<OpeningHours> hours;
  HoursObjection objection;  // where there are none
};

HoursReading read_hours(std::string_view text);

// `text` with days and times written as the notation has them: "Mon–Fri 8.30 - 17h" becomes "Mo-Fr 08:30-17:00".
// Whether that can be read is another question.
std::string tidied_hours(std::string_view text);

}  // namespace kiosk

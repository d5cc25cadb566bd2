// Between reading the rules of opening hours and laying them over one another.
#pragma once

#include <bitset>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "kiosk/base/clock_time.h"
#include "kiosk/base/day_codes.h"
#include "kiosk/base/opening_hours.h"

namespace kiosk {

// One rule as it is written: what it is said of, and what is said.
struct HoursRule {
  std::bitset<7> days;
  bool holidays = false;
  bool additional = false;  // after a comma: beside what was said before, not in its place
  bool off = false;
  OpenSpans spans;
  std::string selector, text;
};

std::variant<std::vector<HoursRule>, HoursObjection> read_rules(std::string_view text);

// As it is written: "08:00-17:00".
std::string written(const OpenSpan& span);

inline std::string quoted(const std::string& text) { return "\"" + text + "\""; }

}  // namespace kiosk

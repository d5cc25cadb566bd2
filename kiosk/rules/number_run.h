// Groups of digits beside each other in a text, and what they are. Only for phone_in_text.cc.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "kiosk/rules/phone_in_text.h"

namespace kiosk::rules {

struct NumberRun {
  struct Group {
    std::string digits;
    std::string separator;      // what comes before it inside the run, as kinds (digits.h)
    size_t begin = 0, end = 0;  // bytes of the text
  };

  std::vector<Group> groups;
  bool plus = false;

  size_t begin() const { return groups.front().begin; }
  size_t end() const { return groups.back().end; }
  std::string digits() const {
    std::string all;
    for (const Group& group : groups) all += group.digits;
    return all;
  }
};

// A year, a day or a time that a bracket or a dash parts from other digits does not belong to them: "8,938 (2024)".
std::vector<NumberRun> parted_at_dates(const NumberRun& run);

// Years, days, times, amounts, decimals, and ranges of them.
bool is_harmless(const NumberRun& run);

bool is_phone(const NumberRun& run, const KnownNumbers& known);

}  // namespace kiosk::rules

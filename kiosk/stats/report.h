// What an office may see of the counts: for each month that is over, topics by languages with all totals, and the total
// of each day. Numbers that could point at a person are hidden, and with them those from which they could be computed.
// Only months that are over and can no longer change, and only these tables: two reports of an unfinished month, or
// other sums of the same counts, would give hidden numbers away by subtraction.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/stats/counts.h"

namespace kiosk::stats {

using Number = std::optional<int64_t>;  // none: hidden

struct Month {
  std::string name;                         // 2026-11
  std::vector<std::string> topics;          // rows
  std::vector<std::string> languages;       // columns
  std::vector<std::vector<Number>> visits;  // [topic][language]
  std::vector<Number> topic_totals, language_totals;
  Number total;
  std::vector<Date> days;  // every day of the month
  std::vector<Number> day_totals;
};

// Oldest first. `today` is the date where the kiosk is.
std::vector<Month> make_report(const Counts& counts, Date today);

// One line a number: month,day,topic,language,visits. "all" is a total, "hidden" what is hidden.
std::string to_csv(const std::vector<Month>& report);
// {"months":[{"month","topics","languages","visits",...}]}; null is hidden.
std::string to_json(const std::vector<Month>& report);
// For reading on a terminal.
std::string to_text(const std::vector<Month>& report);

}  // namespace kiosk::stats

// What an office may see of the counts: for each month that is over, topics by languages with all totals, and the total
// of each day; so for what was opened, and apart from it for each of the two answers to "Did this help?". Numbers that
// could point at a person are hidden, and with them those from which they could be computed. Only months that are over
// and can no longer change, and only these tables: two reports of an unfinished month, or other sums of the same
// counts, would give hidden numbers away by subtraction.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/stats/counts.h"

namespace kiosk::stats {

using Number = std::optional<int64_t>;  // none: hidden

// Of one month, one kind of count.
struct Month {
  std::string name;                          // 2026-11
  std::vector<std::string> topics;           // rows
  std::vector<std::string> languages;        // columns
  std::vector<std::vector<Number>> numbers;  // [topic][language]
  std::vector<Number> topic_totals, language_totals;
  Number total;
  std::vector<Date> days;  // every day of the month
  std::vector<Number> day_totals;
};

// Oldest months first.
struct Report {
  std::vector<Month> opened, helped, not_helped;
};

// `today` is the date where the kiosk is.
Report make_report(const Counts& counts, Date today);

// One line a number: month,day,topic,language,what,count. "all" is a total, "hidden" what is hidden.
std::string to_csv(const Report& report);
// {"opened":[{"month","topics","languages","numbers",...}],"helped":[...],"not_helped":[...]}; null is hidden.
std::string to_json(const Report& report);
// For reading on a terminal.
std::string to_text(const Report& report);

}  // namespace kiosk::stats

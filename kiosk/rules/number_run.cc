#include "kiosk/rules/number_run.h"

#include <algorithm>
#include <cstdlib>

namespace kiosk::rules {
namespace {

using Group = NumberRun::Group;

bool is_year(const std::string& digits) {
  return digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
}

bool between(const std::string& digits, int least, int most) {
  return digits.size() <= 2 && std::atoi(digits.c_str()) >= least && std::atoi(digits.c_str()) <= most;
}

bool all_years(const NumberRun& run) {
  return std::ranges::all_of(run.groups, [](const Group& group) { return is_year(group.digits); });
}

bool is_bare_date_sign(const std::string& separator) {
  return separator == "-" || separator == "/" || separator == ".";
}

// 2021-11-30, 30/11/2021, 30.11.21, 11/30/2021
bool is_day(const NumberRun& run) {
  if (run.plus || run.groups.size() != 3) return false;
  const std::string &a = run.groups[0].digits, &b = run.groups[1].digits, &c = run.groups[2].digits;
  if (!is_bare_date_sign(run.groups[1].separator) || run.groups[2].separator != run.groups[1].separator) return false;
  if (is_year(a)) return b.size() == 2 && c.size() == 2 && between(b, 1, 12) && between(c, 1, 31);
  bool day_and_month = (between(a, 1, 31) && between(b, 1, 12)) || (between(a, 1, 12) && between(b, 1, 31));
  return day_and_month && (is_year(c) || c.size() == 2);
}

// "08:00", "08:00-17:00", "08.00-17.00"
bool is_times(const NumberRun& run) {
  if (run.plus || run.groups.size() % 2 != 0) return false;
  for (size_t i = 0; i < run.groups.size(); i += 2) {
    const Group &hours = run.groups[i], &minutes = run.groups[i + 1];
    bool point = minutes.separator == "." && run.groups.size() > 2;
    if (!(minutes.separator == ":" || point) || !between(hours.digits, 0, 24)) return false;
    if (minutes.digits.size() != 2 || !between(minutes.digits, 0, 59)) return false;
  }
  return true;
}

// "8,938", "30 000", "5.248.621", "1 060 000": the first group has no leading 0. More than seven digits are written in
// words: in groups of two and three they are how phone numbers of many countries are written.
bool is_amount(const NumberRun& run) {
  if (run.plus || run.groups.size() < 2 || run.groups[0].digits[0] == '0') return false;
  size_t most = run.groups.size() == 2 ? 3 : 1;
  if (run.groups.size() > 3 || run.groups[0].digits.size() > most) return false;
  const std::string& separator = run.groups[1].separator;
  if (separator != " " && separator != "," && separator != ".") return false;
  return std::all_of(run.groups.begin() + 1, run.groups.end(),
                     [&](const Group& group) { return group.digits.size() == 3 && group.separator == separator; });
}

// "10.7", "2,5"
bool is_decimal(const NumberRun& run) {
  return !run.plus && run.groups.size() == 2 && (run.groups[1].separator == "." || run.groups[1].separator == ",") &&
         run.groups[0].digits.size() + run.groups[1].digits.size() < 7;
}

NumberRun part_of(const NumberRun& run, size_t first, size_t end) {
  NumberRun part;
  part.groups.assign(run.groups.begin() + static_cast<std::ptrdiff_t>(first),
                     run.groups.begin() + static_cast<std::ptrdiff_t>(end));
  part.groups.front().separator.clear();
  part.plus = first == 0 && run.plus;
  return part;
}

// "30 000-40 000": from the less to the more.
bool is_range(const NumberRun& run) {
  if (run.plus || run.groups.size() % 2 != 0) return false;
  size_t half = run.groups.size() / 2;
  if (run.groups[half].separator.find('-') == std::string::npos) return false;
  NumberRun from = part_of(run, 0, half), to = part_of(run, half, run.groups.size());
  bool amounts = is_amount(from) && is_amount(to) && from.groups[1].separator == to.groups[1].separator;
  return amounts && std::atol(from.digits().c_str()) < std::atol(to.digits().c_str());
}

bool is_date(const NumberRun& run) { return is_day(run) || is_times(run) || (all_years(run) && !run.plus); }

bool parts(const std::string& separator) {
  return separator.find('(') != std::string::npos || separator.find(')') != std::string::npos ||
         separator.find(" -") != std::string::npos || separator.find("- ") != std::string::npos;
}

// Some groups in a row, or all of them, are a number of the catalog.
bool holds_known(const NumberRun& run, const KnownNumbers& known) {
  for (size_t first = 0; first < run.groups.size(); ++first) {
    std::string digits;
    for (size_t last = first; last < run.groups.size() && digits.size() <= 15; ++last) {
      digits += run.groups[last].digits;
      if (known.contains(digits)) return true;
    }
  }
  return false;
}

// Six digits at a stretch, or in groups as numbers have them: "226891", "22 68 91", "226/891".
bool is_grouped_as_six(const NumberRun& run) {
  size_t size = run.groups.front().digits.size();
  return std::ranges::all_of(run.groups, [&](const Group& group) { return group.digits.size() == size; }) &&
         (size == 6 || size == 2 || size == 3);
}

}  // namespace

std::vector<NumberRun> parted_at_dates(const NumberRun& run) {
  if (run.plus || run.groups[0].digits[0] == '0') return {run};
  std::vector<size_t> cuts{0};
  for (size_t i = 1; i < run.groups.size(); ++i)
    if (parts(run.groups[i].separator)) cuts.push_back(i);
  cuts.push_back(run.groups.size());
  std::vector<NumberRun> pieces;
  size_t begun = 0;
  auto is_dated = [&](size_t cut) { return is_date(part_of(run, cuts[cut], cuts[cut + 1])); };
  for (size_t cut = 0; cut + 1 < cuts.size(); ++cut) {
    bool last = cut + 2 == cuts.size();
    if (!last && !is_dated(cut) && !is_dated(cut + 1)) continue;
    pieces.push_back(part_of(run, begun, cuts[cut + 1]));
    begun = cuts[cut + 1];
  }
  return pieces;
}

bool is_harmless(const NumberRun& run) { return is_date(run) || is_amount(run) || is_decimal(run) || is_range(run); }

bool is_phone(const NumberRun& run, const KnownNumbers& known) {
  std::string digits = run.digits();
  if (known.contains(digits)) return true;
  // Of years, one may be somebody's short number.
  if (is_harmless(run) && !all_years(run)) return false;
  if (holds_known(run, known)) return true;
  if (all_years(run) && !run.plus) return false;
  bool leads = run.plus || digits[0] == '0';
  return (digits.size() >= 4 && leads) || digits.size() >= 7 || (digits.size() == 6 && is_grouped_as_six(run));
}

}  // namespace kiosk::rules

#include "kiosk/base/opening_hours.h"

#include <array>

namespace kiosk {
namespace {

constexpr std::array<std::string_view, 7> kDays{"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"};

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

std::optional<int> day_of(std::string_view text) {
  for (size_t i = 0; i < kDays.size(); ++i) {
    if (kDays[i] == text) return static_cast<int>(i);
  }
  return std::nullopt;
}

std::optional<int> minute_of(std::string_view text) {
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  for (size_t i : {0, 1, 3, 4}) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
  }
  int hour = (text[0] - '0') * 10 + (text[1] - '0'), minute = (text[3] - '0') * 10 + (text[4] - '0');
  if (hour > 24 || minute > 59 || (hour == 24 && minute > 0)) return std::nullopt;
  return hour * 60 + minute;
}

std::optional<OpeningRule> rule_of(std::string_view text) {
  size_t space = text.find(' ');
  if (space == std::string_view::npos) return std::nullopt;
  std::string_view days = text.substr(0, space), hours = trimmed(text.substr(space));
  size_t dash = days.find('-');
  auto first = day_of(days.substr(0, dash));
  auto last = dash == std::string_view::npos ? first : day_of(days.substr(dash + 1));
  size_t to = hours.find('-');
  if (!first || !last || to == std::string_view::npos) return std::nullopt;
  auto opens = minute_of(hours.substr(0, to)), closes = minute_of(hours.substr(to + 1));
  if (!opens || !closes || *opens == *closes) return std::nullopt;
  return OpeningRule{*first, *last, *opens, *closes};
}

bool within(int first, int value, int last) {
  return first <= last ? value >= first && value <= last : value >= first || value <= last;
}

}  // namespace

Result<OpeningHours> OpeningHours::parse(std::string_view text) {
  OpeningHours hours;
  if (trimmed(text) == "24/7") {
    hours.always_ = true;
    return hours;
  }
  std::string_view rest = text;
  do {
    size_t end = rest.find(';');
    auto rule = rule_of(trimmed(rest.substr(0, end)));
    if (!rule) {
      return Error{Code::invalid, "\"" + std::string(text) +
                                      "\" are no opening hours. Write 24/7 or for example "
                                      "\"Mo-Fr 08:00-17:00; Sa 09:00-12:00\"."};
    }
    hours.rules_.push_back(*rule);
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
  } while (!trimmed(rest).empty());
  return hours;
}

bool OpeningHours::open_at(int day, int minute) const {
  if (always_) return true;
  for (const OpeningRule& rule : rules_) {
    bool past_midnight = rule.closes < rule.opens;
    if (within(rule.first_day, day, rule.last_day) && minute >= rule.opens && (past_midnight || minute < rule.closes)) {
      return true;
    }
    int yesterday = (day + 6) % 7;
    if (past_midnight && within(rule.first_day, yesterday, rule.last_day) && minute < rule.closes) return true;
  }
  return false;
}

}  // namespace kiosk

#include "kiosk/base/instant.h"

#include <cstdio>

#include "kiosk/base/ascii.h"
#include "kiosk/base/date.h"

namespace kiosk {

Result<Instant> parse_instant(std::string_view text) {
  const Error error{Code::invalid, "\"" + std::string(text.substr(0, 80)) +
                                       "\" is not a time. Write it in UTC, for example 2026-11-23T12:00:00Z."};
  constexpr std::string_view kForm = "dddd-dd-ddTdd:dd:ddZ";
  if (text.size() != kForm.size()) return error;
  for (size_t i = 0; i < kForm.size(); ++i) {
    if (kForm[i] == 'd' ? !ascii::is_digit(text[i]) : text[i] != kForm[i]) return error;
  }
  auto day = parse_date(text.substr(0, 10));
  auto two = [&](size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); };
  if (!day.ok() || two(11) > 23 || two(14) > 59 || two(17) > 59) return error;
  return Instant(*day) + std::chrono::hours(two(11)) + std::chrono::minutes(two(14)) + std::chrono::seconds(two(17));
}

std::string format_instant(Instant instant) {
  auto day = std::chrono::floor<std::chrono::days>(instant);
  auto second = static_cast<int>((instant - day).count());
  char clock[48];
  std::snprintf(clock, sizeof clock, "T%02d:%02d:%02dZ", second / 3600, second / 60 % 60, second % 60);
  return format_date(day) + clock;
}

}  // namespace kiosk

#include "kiosk/base/clock_time.h"

#include <utility>

#include "kiosk/base/check.h"

namespace kiosk {

std::optional<int> parse_clock_time(std::string_view text) {
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  for (size_t i : {0, 1, 3, 4}) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
  }
  const int hour = (text[0] - '0') * 10 + (text[1] - '0'), minute = (text[3] - '0') * 10 + (text[4] - '0');
  if (minute > 59 || hour * 60 + minute > 2 * kMinutesPerDay) return std::nullopt;
  return hour * 60 + minute;
}

std::string format_clock_time(int minute) {
  KIOSK_CHECK(minute >= 0 && minute <= 2 * kMinutesPerDay);
  std::string text = "00:00";
  for (auto [at, number] : {std::pair<size_t, int>(0, minute / 60), {3, minute % 60}}) {
    text[at] = static_cast<char>('0' + number / 10);
    text[at + 1] = static_cast<char>('0' + number % 10);
  }
  return text;
}

}  // namespace kiosk

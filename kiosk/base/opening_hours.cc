#include "kiosk/base/opening_hours.h"

#include <algorithm>

#include "kiosk/base/clock_time.h"

namespace kiosk {

bool OpeningHours::always() const {
  const OpenSpans whole{OpenSpan{}};
  return !holidays && std::all_of(days.begin(), days.end(), [&](const OpenSpans& spans) { return spans == whole; });
}

bool OpeningHours::open_at(int day, int minute) const {
  auto open = [](const OpenSpans& spans, int at) {
    return std::any_of(spans.begin(), spans.end(),
                       [&](const OpenSpan& span) { return at >= span.opens && at < span.closes; });
  };
  return open(days[static_cast<size_t>(day)], minute) ||
         open(days[static_cast<size_t>((day + 6) % 7)], minute + kMinutesPerDay);
}

std::vector<OpenDays> OpeningHours::groups() const {
  std::vector<OpenDays> groups;
  for (int day = 0; day < 7; ++day) {
    const OpenSpans& spans = days[static_cast<size_t>(day)];
    if (spans.empty()) continue;
    if (!groups.empty() && groups.back().last == day - 1 && groups.back().spans == spans)
      groups.back().last = day;
    else
      groups.push_back({day, day, spans});
  }
  const bool over_sunday = groups.size() > 1 && groups.front().first == 0 && groups.back().last == 6 &&
                           groups.front().spans == groups.back().spans;
  if (over_sunday) {
    groups.back().last = groups.front().last;
    groups.erase(groups.begin());
  }
  return groups;
}

}  // namespace kiosk

#include "kiosk/config/week.h"

#include <algorithm>

#include "kiosk/base/check.h"
#include "kiosk/base/clock_time.h"
#include "kiosk/base/day_codes.h"

namespace kiosk::config {
namespace {

constexpr int kStep = 30;

}  // namespace

void Week::move_opening(int steps) { opens = std::clamp(opens + steps * kStep, 0, closes - kStep); }
void Week::move_closing(int steps) { closes = std::clamp(closes + steps * kStep, opens + kStep, kMinutesPerDay); }

std::string Week::written() const {
  KIOSK_CHECK(any_day());
  if (always) return "";
  std::string text;
  for (size_t day = 0; day < open.size(); ++day) {
    if (!open[day]) continue;
    size_t last = day;
    while (last + 1 < open.size() && open[last + 1]) ++last;
    if (!text.empty()) text += "; ";
    text += kDayCodes[day];
    if (last > day) text += "-" + std::string(kDayCodes[last]);
    text += " " + format_clock_time(opens) + "-" + format_clock_time(closes);
    day = last;
  }
  return text;
}

std::optional<Week> Week::of(const std::optional<OpeningHours>& hours) {
  if (!hours || hours->always()) return Week{};
  if (hours->holidays) return std::nullopt;
  Week week;
  week.always = false;
  std::optional<OpenSpan> common;
  for (size_t day = 0; day < week.open.size(); ++day) {
    const OpenSpans& spans = hours->days[day];
    week.open[day] = !spans.empty();
    if (spans.empty()) continue;
    if (spans.size() > 1 || spans.front().closes > kMinutesPerDay || (common && *common != spans.front()))
      return std::nullopt;
    common = spans.front();
  }
  if (!common) return std::nullopt;
  week.opens = common->opens;
  week.closes = common->closes;
  return week;
}

}  // namespace kiosk::config

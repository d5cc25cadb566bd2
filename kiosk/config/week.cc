#include "kiosk/config/week.h"

#include <algorithm>
#include <cstdio>
#include <string_view>

#include "kiosk/base/check.h"

namespace kiosk::config {
namespace {

constexpr int kStep = 30, kDay = 24 * 60;
constexpr std::array<std::string_view, 7> kNames{"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"};

std::string clock(int minute) {
  char text[16];
  std::snprintf(text, sizeof text, "%02d:%02d", minute / 60, minute % 60);
  return text;
}

}  // namespace

void Week::move_opening(int steps) { opens = std::clamp(opens + steps * kStep, 0, closes - kStep); }
void Week::move_closing(int steps) { closes = std::clamp(closes + steps * kStep, opens + kStep, kDay); }

std::string Week::written() const {
  KIOSK_CHECK(any_day());
  if (always) return "";
  std::string text;
  for (size_t day = 0; day < open.size(); ++day) {
    if (!open[day]) continue;
    size_t last = day;
    while (last + 1 < open.size() && open[last + 1]) ++last;
    if (!text.empty()) text += "; ";
    text += kNames[day];
    if (last > day) text += "-" + std::string(kNames[last]);
    text += " " + clock(opens) + "-" + clock(closes);
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
    if (spans.size() > 1 || spans.front().closes > kDay || (common && *common != spans.front())) return std::nullopt;
    common = spans.front();
  }
  if (!common) return std::nullopt;
  week.opens = common->opens;
  week.closes = common->closes;
  return week;
}

}  // namespace kiosk::config

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
  Week week;
  week.always = false;
  week.open = {};
  week.opens = hours->rules().front().opens;
  week.closes = hours->rules().front().closes;
  for (const OpeningRule& rule : hours->rules()) {
    if (rule.opens != week.opens || rule.closes != week.closes || rule.closes <= rule.opens) return std::nullopt;
    for (int day = rule.first_day;; day = (day + 1) % 7) {
      week.open[static_cast<size_t>(day)] = true;
      if (day == rule.last_day) break;
    }
  }
  return week;
}

}  // namespace kiosk::config

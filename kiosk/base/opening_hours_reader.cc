#include "kiosk/base/opening_hours_reader.h"

#include <algorithm>

#include "kiosk/base/opening_hours_rules.h"

namespace kiosk {
namespace {

// Lays rules over one another, and says where two readers would differ.
class Week {
 public:
  std::optional<HoursObjection> add(const std::vector<HoursRule>& rules) {
    for (size_t i = 0; i < rules.size(); ++i)
      if (auto objection = add(rules[i], rules, i)) return objection;
    if (never_open())
      return HoursObjection{"It is never open.", "Write when it is, for example \"Mo-Fr 08:00-17:00\"."};
    for (size_t i = 0; i < rules.size(); ++i)
      if (auto objection = object_to_lost(rules, i)) return objection;
    return object_to_night();
  }

  OpeningHours hours;

 private:
  std::optional<HoursObjection> add(const HoursRule& rule, const std::vector<HoursRule>& rules, size_t index) {
    if (hours.holidays && rule.days.any() && !rule.holidays) {
      const HoursRule& of_holidays = rules[holiday_rule_];
      return HoursObjection{
          quoted(of_holidays.text) + " comes before " + quoted(rule.text) + ", which counts on public holidays too.",
          "Write " + quoted(rule.text + "; " + of_holidays.text) + " if public holidays differ, or " +
              quoted(rule.text) + " alone if they do not."};
    }
    for (size_t day = 0; day < 7; ++day) {
      if (!rule.days[day]) continue;
      if (auto objection = lay(hours.days[day], rule)) return objection;
      if (!rule.additional) said_by_[day].clear();
      said_by_[day].push_back(index);
      off_[day] = rule.off;
    }
    if (!rule.holidays) return std::nullopt;
    holiday_rule_ = index;
    if (!hours.holidays) hours.holidays.emplace();
    return lay(*hours.holidays, rule);
  }

  static std::optional<HoursObjection> lay(OpenSpans& day, const HoursRule& rule) {
    if (!rule.additional || rule.off) day.clear();
    for (const OpenSpan& span : rule.spans) {
      for (const OpenSpan& other : day) {
        if (span.closes < other.opens || other.closes < span.opens) continue;
        return HoursObjection{quoted(rule.text) + " overlaps what was said before.",
                              "Write a semicolon before it if it counts in place of that, or the times that are "
                              "beside it."};
      }
      day.push_back(span);
    }
    std::sort(day.begin(), day.end(), [](const OpenSpan& a, const OpenSpan& b) { return a.opens < b.opens; });
    return std::nullopt;
  }

  bool never_open() const {
    return std::all_of(hours.days.begin(), hours.days.end(), [](const OpenSpans& spans) { return spans.empty(); });
  }

  // A rule of which nothing is left was hardly written for nothing.
  std::optional<HoursObjection> object_to_lost(const std::vector<HoursRule>& rules, size_t index) const {
    const HoursRule& rule = rules[index];
    bool left = rule.days.none();
    size_t by = rules.size() - 1;
    for (size_t day = 0; day < 7; ++day) {
      if (!rule.days[day]) continue;
      left = left || std::find(said_by_[day].begin(), said_by_[day].end(), index) != said_by_[day].end();
      by = std::min(by, said_by_[day].empty() ? by : said_by_[day].front());
    }
    if (left) return std::nullopt;
    const HoursRule& later = rules[by];
    if (later.off) {
      return HoursObjection{
          quoted(later.text) + " counts in place of " + quoted(rule.text) + ".",
          "Leave " + quoted(rule.text) + " out if it is closed then, or " + quoted(later.text) + " if it is open."};
    }
    std::string both = quoted(rule.text + ", " + later.text);
    if (later.selector == rule.selector && !later.spans.empty())
      both = quoted(rule.text + later.text.substr(later.selector.size()).replace(0, 1, ","));
    return HoursObjection{quoted(later.text) + " counts in place of " + quoted(rule.text) + ", not beside it.",
                          "Write " + both + " if both count, or leave " + quoted(rule.text) + " out."};
  }

  // The night before a day that is off: some readers end it at midnight.
  std::optional<HoursObjection> object_to_night() const {
    for (size_t day = 0; day < 7; ++day) {
      const OpenSpans& before = hours.days[(day + 6) % 7];
      if (!off_[day] || before.empty() || before.back().closes <= kMinutesPerDay) continue;
      const std::string name(kDayCodes[day]), eve(kDayCodes[(day + 6) % 7]);
      std::string cut = eve + " ";
      for (const OpenSpan& span : before)
        cut += (cut.size() > 3 ? "," : "") + written({span.opens, std::min(span.closes, kMinutesPerDay)});
      return HoursObjection{
          "Whether " + quoted(name + " off") + " ends the night that begins on " + eve + " can be read in two ways.",
          "Write " + quoted(name + " " + written({0, before.back().closes - kMinutesPerDay})) +
              " in place of it if that night goes on, or " + quoted(cut) + " before it if it ends at midnight."};
    }
    return std::nullopt;
  }

  std::array<std::vector<size_t>, 7> said_by_;  // the rules of which something is left on that day
  std::bitset<7> off_;
  size_t holiday_rule_ = 0;
};

HoursReading read_as_written(std::string_view text) {
  auto read = read_rules(text);
  if (auto* objection = std::get_if<HoursObjection>(&read)) return {std::nullopt, *objection};
  Week week;
  if (auto objection = week.add(std::get<0>(read))) return {std::nullopt, *objection};
  return {std::move(week.hours), {}};
}

}  // namespace

HoursReading read_hours(std::string_view text) {
  HoursReading reading = read_as_written(text);
  if (reading.hours || !reading.objection.remedy.empty()) return reading;
  const std::string guess = tidied_hours(text);
  if (guess != text) {
    HoursReading guessed = read_as_written(guess);
    if (guessed.hours) {
      reading.objection = {"\"" + std::string(text) + "\" is not how opening hours are written.",
                           "Write " + quoted(guess) + " if that is meant."};
      return reading;
    }
    if (!guessed.objection.remedy.empty()) return guessed;
  }
  reading.objection = {"\"" + std::string(text) + "\" are not opening hours.",
                       "Write 24/7, or for example \"Mo-Fr 08:00-17:00; Sa 09:00-12:00; PH off\"."};
  return reading;
}

Result<OpeningHours> OpeningHours::parse(std::string_view text) {
  HoursReading reading = read_hours(text);
  if (reading.hours) return *std::move(reading.hours);
  return Error{Code::invalid, reading.objection.problem + " " + reading.objection.remedy};
}

std::optional<HoursObjection> objection_to_hours(std::string_view text) {
  HoursReading reading = read_hours(text);
  return reading.hours ? std::nullopt : std::optional(std::move(reading.objection));
}

}  // namespace kiosk

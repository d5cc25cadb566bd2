#include "kiosk/base/opening_hours_rules.h"

#include <algorithm>

#include "kiosk/base/ascii.h"

namespace kiosk {
namespace {

constexpr int kNoon = 12 * 60;

// What the notation has and we do not, by how it begins.
std::string unknown_part(std::string_view rest) {
  constexpr std::array<std::string_view, 20> kWords{"Jan",  "Feb",  "Mar",     "Apr",    "May",    "Jun", "Jul",
                                                    "Aug",  "Sep",  "Oct",     "Nov",    "Dec",    "SH",  "week",
                                                    "dawn", "dusk", "sunrise", "sunset", "easter", "||"};
  for (std::string_view word : kWords)
    if (rest.starts_with(word)) return std::string(word);
  for (std::string_view mark : {"[", "\"", "+", "("})
    if (rest.starts_with(mark)) return std::string(mark);
  return "";
}

class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  // None: objection() says why.
  std::optional<std::vector<HoursRule>> read() {
    std::vector<HoursRule> rules;
    bool additional = false;
    for (skip(); !rest_.empty(); skip()) {
      const std::string_view before = rest_;
      HoursRule rule;
      rule.additional = additional;
      if (!read_rule(rule)) return std::nullopt;
      rule.text = trimmed(before.substr(0, before.size() - rest_.size()));
      rules.push_back(rule);
      if (rest_.empty()) break;
      additional = take(",");
      if (!additional && !take(";")) {
        object_to_rest();
        return std::nullopt;
      }
    }
    if (rules.empty())
      objection_ = {"There are no opening hours.", "Write 24/7, or for example \"Mo-Fr 08:00-17:00\"."};
    return rules.empty() ? std::nullopt : std::optional(std::move(rules));
  }

  const HoursObjection& objection() const { return objection_; }

 private:
  static std::string trimmed(std::string_view text) {
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return std::string(text);
  }
  void skip() { rest_.remove_prefix(std::min(rest_.find_first_not_of(' '), rest_.size())); }

  bool take(std::string_view mark) {
    skip();
    if (!rest_.starts_with(mark)) return false;
    rest_.remove_prefix(mark.size());
    return true;
  }

  bool fail(std::string problem, std::string remedy) {
    objection_ = {std::move(problem), std::move(remedy)};
    return false;
  }
  bool object_to_rest() {
    const std::string part = unknown_part(rest_);
    if (part.empty()) return fail("\"" + std::string(rest_) + "\" is not understood.", "");
    return fail("What begins with " + part + " is not understood here.",
                "Leave that part out, and say in a sentence of your own what people need to know.");
  }

  bool at_selector() {
    skip();
    return rest_.starts_with("PH") || std::any_of(kDayCodes.begin(), kDayCodes.end(),
                                                  [&](std::string_view day) { return rest_.starts_with(day); });
  }

  bool read_rule(HoursRule& rule) {
    if (take("24/7")) {
      rule.days.set();
      rule.spans = {OpenSpan{}};
      return true;
    }
    const std::string_view before = rest_;
    while (at_selector()) {
      if (!read_days(rule)) return false;
      const std::string_view here = rest_;
      if (take(",") && at_selector()) continue;
      rest_ = here;
      break;
    }
    rule.selector = trimmed(before.substr(0, before.size() - rest_.size()));
    if (rule.selector.empty()) rule.days.set();
    if (take("off") || take("closed")) return rule.off = true;
    skip();
    if (!rest_.empty() && ascii::is_digit(rest_.front())) return read_spans(rule);
    if (rule.selector.empty() || !(rest_.empty() || rest_.starts_with(";"))) return object_to_rest();
    return fail("\"" + rule.selector + "\" says no times.",
                "Write " + quoted(rule.selector + " 08:00-17:00") + " with the right times, or " +
                    quoted(rule.selector + " 00:00-24:00") + " for day and night.");
  }

  std::optional<size_t> take_day() {
    for (size_t day = 0; day < kDayCodes.size(); ++day)
      if (take(kDayCodes[day])) return day;
    return std::nullopt;
  }

  bool read_days(HoursRule& rule) {
    if (take("PH")) return rule.holidays = true;
    auto first = take_day();
    if (!first) return object_to_rest();
    auto last = first;
    if (take("-")) last = take_day();
    if (!last) return object_to_rest();
    for (size_t day = *first;; day = (day + 1) % 7) {
      rule.days.set(day);
      if (day == *last) return true;
    }
  }

  std::optional<int> take_time() {
    skip();
    const auto minute = parse_clock_time(rest_.substr(0, 5));
    if (!minute || (rest_.size() > 5 && ascii::is_digit(rest_[5]))) return std::nullopt;
    rest_.remove_prefix(5);
    return minute;
  }

  bool read_spans(HoursRule& rule) {
    for (;;) {
      auto opens = take_time();
      const bool to = opens && take("-");
      auto closes = to ? take_time() : std::nullopt;
      if (!opens || !closes) return object_to_rest();
      if (!add_span(rule, {*opens, *closes})) return false;
      const std::string_view here = rest_;
      if (!take(",")) return true;
      if (at_selector()) {
        rest_ = here;
        return true;
      }
    }
  }

  // Past midnight where it ends before it begins; both readings where that is hard to believe.
  bool add_span(HoursRule& rule, OpenSpan span) {
    const std::string before = rule.selector.empty() ? "" : rule.selector + " ";
    auto choose = [&](const std::string& problem, const OpenSpan& one, const std::string& one_is,
                      const std::string& other) {
      return fail(quoted(before + written(span)) + " " + problem,
                  "Write " + quoted(before + written(one)) + " " + one_is + ", or " + other + ".");
    };
    if (span.opens >= kMinutesPerDay) {
      const OpenSpan next{span.opens - kMinutesPerDay, std::max(0, span.closes - kMinutesPerDay)};
      return choose("begins after the day has ended.", next, "if that morning is meant",
                    "the same on the day after, if the night is meant");
    }
    if (span.opens == span.closes)
      return choose("begins and ends at the same time.", {0, kMinutesPerDay}, "for day and night",
                    quoted(before + "off") + " if it is closed");
    if (span.closes < span.opens && span.opens < kNoon)
      return choose("ends before it begins.", {span.opens, span.closes + kNoon}, "if the afternoon is meant",
                    quoted(before + written({span.opens, span.closes + kMinutesPerDay})) +
                        " if it stays open until the next morning");
    if (span.closes < span.opens && span.closes > kNoon)
      return choose("ends before it begins.", {span.opens - kNoon, span.closes}, "if the morning is meant",
                    quoted(before + written({span.opens, span.closes + kMinutesPerDay})) +
                        " if it stays open until the next afternoon");
    if (span.closes < span.opens) span.closes += kMinutesPerDay;
    if (span.closes - span.opens > kMinutesPerDay)
      return choose("lasts longer than a day.", {0, kMinutesPerDay}, "for day and night", "the right times");
    return keep_apart(rule, span);
  }

  bool keep_apart(HoursRule& rule, const OpenSpan& span) {
    for (const OpenSpan& other : rule.spans) {
      if (span.closes < other.opens || other.closes < span.opens) continue;
      const OpenSpan both{std::min(span.opens, other.opens), std::max(span.closes, other.closes)};
      return fail(quoted(written(other)) + " and " + quoted(written(span)) + " overlap.",
                  "Write " + quoted(written(both)) + " if it does not close between them, or correct one of the two.");
    }
    rule.spans.insert(std::upper_bound(rule.spans.begin(), rule.spans.end(), span,
                                       [](const OpenSpan& a, const OpenSpan& b) { return a.opens < b.opens; }),
                      span);
    return true;
  }

  std::string_view rest_;
  HoursObjection objection_;
};

}  // namespace

std::string written(const OpenSpan& span) {
  return format_clock_time(span.opens) + "-" + format_clock_time(span.closes);
}

std::variant<std::vector<HoursRule>, HoursObjection> read_rules(std::string_view text) {
  Reader reader(text);
  auto rules = reader.read();
  if (!rules) return reader.objection();
  return *std::move(rules);
}

}  // namespace kiosk

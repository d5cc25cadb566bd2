// The three forms of a report; see report.h.
#include <algorithm>
#include <cstdio>

#include "kiosk/json/json.h"
#include "kiosk/stats/report.h"

namespace kiosk::stats {

namespace {

std::string plain(const Number& number) { return number ? std::to_string(*number) : "hidden"; }

json::Ordered value_of(const Number& number) { return number ? json::Ordered(*number) : json::Ordered(nullptr); }

json::Ordered value_of(const std::vector<Number>& numbers) {
  auto list = json::Ordered::array();
  for (const Number& number : numbers) list.push_back(value_of(number));
  return list;
}

std::string padded(const std::string& text, size_t width) {
  return std::string(width - std::min(width, text.size()), ' ') + text;
}

void add_csv(std::string& csv, const std::vector<Month>& months, const char* what) {
  for (const Month& month : months) {
    auto line = [&](const std::string& day, const std::string& topic, const std::string& language,
                    const Number& number) {
      csv += month.name + "," + day + "," + topic + "," + language + "," + what + "," + plain(number) + "\n";
    };
    for (size_t i = 0; i < month.topics.size(); ++i) {
      for (size_t j = 0; j < month.languages.size(); ++j)
        line("all", month.topics[i], month.languages[j], month.numbers[i][j]);
      line("all", month.topics[i], "all", month.topic_totals[i]);
    }
    for (size_t j = 0; j < month.languages.size(); ++j)
      line("all", "all", month.languages[j], month.language_totals[j]);
    for (size_t d = 0; d < month.days.size(); ++d) line(format_date(month.days[d]), "all", "all", month.day_totals[d]);
    line("all", "all", "all", month.total);
  }
}

json::Ordered to_values(const std::vector<Month>& months) {
  auto list = json::Ordered::array();
  for (const Month& month : months) {
    auto numbers = json::Ordered::array();
    for (const auto& row : month.numbers) numbers.push_back(value_of(row));
    auto days = json::Ordered::object();
    for (size_t d = 0; d < month.days.size(); ++d) days[format_date(month.days[d])] = value_of(month.day_totals[d]);
    list.push_back({{"month", month.name},
                    {"topics", month.topics},
                    {"languages", month.languages},
                    {"numbers", numbers},
                    {"topic_totals", value_of(month.topic_totals)},
                    {"language_totals", value_of(month.language_totals)},
                    {"total", value_of(month.total)},
                    {"days", days}});
  }
  return list;
}

std::string to_text(const Month& month, const char* what) {
  size_t first = 5;
  for (const std::string& topic : month.topics) first = std::max(first, topic.size());
  constexpr size_t kColumn = 9;
  std::string text = month.name + ", " + what + "\n" + std::string(first, ' ');
  for (const std::string& language : month.languages) text += padded(language, kColumn);
  text += padded("all", kColumn) + "\n";
  auto line = [&](const std::string& name, const std::vector<Number>& numbers, const Number& total) {
    text += name + std::string(first - name.size(), ' ');
    for (const Number& number : numbers) text += padded(plain(number), kColumn);
    text += padded(plain(total), kColumn) + "\n";
  };
  for (size_t i = 0; i < month.topics.size(); ++i) line(month.topics[i], month.numbers[i], month.topic_totals[i]);
  line("all", month.language_totals, month.total);
  auto shown =
      std::count_if(month.day_totals.begin(), month.day_totals.end(), [](const Number& n) { return n.has_value(); });
  return text + "Days of which the number is shown: " + std::to_string(shown) + " of " +
         std::to_string(month.days.size()) + ".\n\n";
}

}  // namespace

std::string to_csv(const Report& report) {
  std::string csv = "month,day,topic,language,what,count\n";
  add_csv(csv, report.opened, "opened");
  add_csv(csv, report.helped, "helped");
  add_csv(csv, report.not_helped, "not_helped");
  return csv;
}

std::string to_json(const Report& report) {
  return json::pretty(json::Ordered{{"smallest_shown", kSmall},
                                    {"opened", to_values(report.opened)},
                                    {"helped", to_values(report.helped)},
                                    {"not_helped", to_values(report.not_helped)}},
                      2);
}

std::string to_text(const Report& report) {
  if (report.opened.empty()) return "No month is over yet of which there are counts.\n";
  std::string text;
  for (const Month& month : report.opened) text += to_text(month, "opened");
  for (const Month& month : report.helped) text += to_text(month, "\"this helped\"");
  for (const Month& month : report.not_helped) text += to_text(month, "\"this did not help\"");
  return text + "Hidden: below " + std::to_string(kSmall) + ", or one from which such a number could be computed.\n";
}

}  // namespace kiosk::stats

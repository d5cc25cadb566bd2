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

}  // namespace

std::string to_csv(const std::vector<Month>& report) {
  std::string csv = "month,day,topic,language,visits\n";
  for (const Month& month : report) {
    auto line = [&](const std::string& day, const std::string& topic, const std::string& language,
                    const Number& number) {
      csv += month.name + "," + day + "," + topic + "," + language + "," + plain(number) + "\n";
    };
    for (size_t i = 0; i < month.topics.size(); ++i) {
      for (size_t j = 0; j < month.languages.size(); ++j)
        line("all", month.topics[i], month.languages[j], month.visits[i][j]);
      line("all", month.topics[i], "all", month.topic_totals[i]);
    }
    for (size_t j = 0; j < month.languages.size(); ++j)
      line("all", "all", month.languages[j], month.language_totals[j]);
    for (size_t d = 0; d < month.days.size(); ++d) line(format_date(month.days[d]), "all", "all", month.day_totals[d]);
    line("all", "all", "all", month.total);
  }
  return csv;
}

std::string to_json(const std::vector<Month>& report) {
  auto months = json::Ordered::array();
  for (const Month& month : report) {
    auto visits = json::Ordered::array();
    for (const auto& row : month.visits) visits.push_back(value_of(row));
    auto days = json::Ordered::object();
    for (size_t d = 0; d < month.days.size(); ++d) days[format_date(month.days[d])] = value_of(month.day_totals[d]);
    months.push_back({{"month", month.name},
                      {"topics", month.topics},
                      {"languages", month.languages},
                      {"visits", visits},
                      {"topic_totals", value_of(month.topic_totals)},
                      {"language_totals", value_of(month.language_totals)},
                      {"total", value_of(month.total)},
                      {"days", days}});
  }
  return json::pretty(json::Ordered{{"smallest_shown", kSmall}, {"months", months}}, 2);
}

std::string to_text(const std::vector<Month>& report) {
  if (report.empty()) return "No month is over yet of which there are counts.\n";
  std::string text;
  for (const Month& month : report) {
    size_t first = 5;
    for (const std::string& topic : month.topics) first = std::max(first, topic.size());
    constexpr size_t kColumn = 9;
    text += month.name + "\n" + std::string(first, ' ');
    for (const std::string& language : month.languages) text += padded(language, kColumn);
    text += padded("all", kColumn) + "\n";
    auto line = [&](const std::string& name, const std::vector<Number>& numbers, const Number& total) {
      text += name + std::string(first - name.size(), ' ');
      for (const Number& number : numbers) text += padded(plain(number), kColumn);
      text += padded(plain(total), kColumn) + "\n";
    };
    for (size_t i = 0; i < month.topics.size(); ++i) line(month.topics[i], month.visits[i], month.topic_totals[i]);
    line("all", month.language_totals, month.total);
    auto shown =
        std::count_if(month.day_totals.begin(), month.day_totals.end(), [](const Number& n) { return n.has_value(); });
    text += "Days of which the number is shown: " + std::to_string(shown) + " of " + std::to_string(month.days.size()) +
            ".\n\n";
  }
  return text + "Hidden: below " + std::to_string(kSmall) + ", or one from which such a number could be computed.\n";
}

}  // namespace kiosk::stats

#include "kiosk/stats/report.h"

#include <algorithm>
#include <set>

#include "kiosk/stats/suppression.h"

namespace kiosk::stats {

namespace {

using std::chrono::year_month;

year_month month_of(Date day) {
  std::chrono::year_month_day ymd(day);
  return ymd.year() / ymd.month();
}

size_t index_of(const std::vector<std::string>& names, const std::string& name) {
  return static_cast<size_t>(std::lower_bound(names.begin(), names.end(), name) - names.begin());
}

Month make_month(year_month month, const std::vector<std::pair<Key, int64_t>>& rows) {
  Month table;
  table.name = format_date(Date(month / 1)).substr(0, 7);
  std::set<std::string> topics, languages;
  for (const auto& [key, count] : rows) {
    topics.insert(key.topic);
    languages.insert(key.language);
  }
  table.topics.assign(topics.begin(), topics.end());
  table.languages.assign(languages.begin(), languages.end());
  for (Date day = Date(month / 1); day <= Date(month / std::chrono::last); day += std::chrono::days(1))
    table.days.push_back(day);

  const size_t height = topics.size(), width = languages.size();
  std::vector<std::vector<int64_t>> cells(height, std::vector<int64_t>(width));
  std::vector<int64_t> by_topic(height), by_language(width), by_day(table.days.size());
  int64_t total = 0;
  for (const auto& [key, count] : rows) {
    const size_t topic = index_of(table.topics, key.topic), language = index_of(table.languages, key.language);
    cells[topic][language] += count;
    by_topic[topic] += count;
    by_language[language] += count;
    by_day[static_cast<size_t>((key.day - table.days.front()).count())] += count;
    total += count;
  }

  // Topics and languages share the total with the days, so all of them are one network:
  //   source -> topics -> languages -> sink -(total)-> turn -(days)-> source
  const size_t source = 0, sink = 1, turn = 2, first_topic = 3, first_language = 3 + height;
  Network network;
  for (size_t i = 0; i < height; ++i) network.add_arc(source, first_topic + i, by_topic[i]);
  for (size_t j = 0; j < width; ++j) network.add_arc(first_language + j, sink, by_language[j]);
  network.add_arc(sink, turn, total);
  for (int64_t day : by_day) network.add_arc(turn, source, day);
  for (size_t i = 0; i < height; ++i)
    for (size_t j = 0; j < width; ++j) network.add_arc(first_topic + i, first_language + j, cells[i][j]);

  const std::vector<bool> hidden = network.hide(kSmall);
  size_t arc = 0;
  auto shown = [&](int64_t value) { return hidden[arc++] ? Number() : Number(value); };
  for (int64_t value : by_topic) table.topic_totals.push_back(shown(value));
  for (int64_t value : by_language) table.language_totals.push_back(shown(value));
  table.total = shown(total);
  for (int64_t value : by_day) table.day_totals.push_back(shown(value));
  for (const auto& row : cells) {
    table.numbers.emplace_back();
    for (int64_t value : row) table.numbers.back().push_back(shown(value));
  }
  return table;
}

std::vector<Month> months_of(const Counts& counts, What what, Date today) {
  std::map<year_month, std::vector<std::pair<Key, int64_t>>> months;
  for (const auto& [key, count] : counts.all())
    if (key.what == what && month_of(key.day) < month_of(today - kLate - std::chrono::days(1)))
      months[month_of(key.day)].emplace_back(key, count);
  std::vector<Month> tables;
  for (const auto& [month, rows] : months) tables.push_back(make_month(month, rows));
  return tables;
}

}  // namespace

Report make_report(const Counts& counts, Date today) {
  return {months_of(counts, What::opened, today), months_of(counts, What::helped, today),
          months_of(counts, What::not_helped, today)};
}

}  // namespace kiosk::stats

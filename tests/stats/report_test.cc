#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <random>

#include "kiosk/stats/report.h"
#include "tests/stats/reader.h"

using namespace kiosk;
using namespace kiosk::stats;
using namespace kiosk::stats_tests;

namespace {

Date day(const char* text) { return *parse_date(text); }

Counts autumn() {
  Counts counts;
  for (int d = 1; d <= 31; ++d) {
    Date date = day("2026-10-01") + std::chrono::days(d - 1);
    counts.add({date, "travel", "en"}, 20 + d);
    counts.add({date, "travel", "fr"}, 11);
    counts.add({date, "work", "en"}, 12);
    counts.add({date, "work", "fr"}, d == 7 ? 3 : 0);
  }
  counts.add({day("2026-11-02"), "work", "en"}, 500);
  return counts;
}

// All that a reader of the report has before him.
Published as_published(const Month& month) {
  Published published;
  auto add = [&](const Number& number) {
    published.numbers.push_back(number);
    return published.numbers.size() - 1;
  };
  std::vector<std::vector<size_t>> cells;
  for (const auto& row : month.numbers) {
    cells.emplace_back();
    for (const Number& number : row) cells.back().push_back(add(number));
  }
  std::vector<size_t> rows, columns, days;
  for (size_t i = 0; i < month.topics.size(); ++i) {
    rows.push_back(add(month.topic_totals[i]));
    published.sums.push_back({cells[i], rows.back()});
  }
  for (size_t j = 0; j < month.languages.size(); ++j) {
    columns.push_back(add(month.language_totals[j]));
    std::vector<size_t> parts;
    for (const auto& row : cells) parts.push_back(row[j]);
    published.sums.push_back({parts, columns.back()});
  }
  for (const Number& number : month.day_totals) days.push_back(add(number));
  const size_t total = add(month.total);
  for (const auto& parts : {rows, columns, days}) published.sums.push_back({parts, total});
  return published;
}

}  // namespace

TEST_CASE("R68: a report shows months that are over, with every small number hidden") {
  auto report = make_report(autumn(), day("2026-11-23"));
  REQUIRE(report.opened.size() == 1);
  const Month& october = report.opened[0];
  CHECK(october.name == "2026-10");
  CHECK(october.topics == std::vector<std::string>{"travel", "work"});
  CHECK(october.languages == std::vector<std::string>{"en", "fr"});
  CHECK(october.days.size() == 31);
  CHECK_FALSE(october.numbers[1][1]);  // three people
  CHECK(october.total == 31 * 20 + 496 + 31 * 11 + 31 * 12 + 3);
  CHECK(solved_by_elimination(as_published(october)).empty());
}

TEST_CASE("R68: a month is not shown before it is over, or two reports could be subtracted") {
  CHECK(make_report(autumn(), day("2026-10-31")).opened.empty());
  // On the first of November the last of October may still be written.
  CHECK(make_report(autumn(), day("2026-11-02")).opened.empty());
  CHECK(make_report(autumn(), day("2026-11-03")).opened.size() == 1);
  CHECK(make_report(autumn(), day("2026-12-03")).opened.size() == 2);
}

TEST_CASE("R68: random months give no hidden number away, by days and topics together") {
  std::mt19937 random(11);
  int shown = 0, hidden = 0;
  for (int round = 0; round < 40; ++round) {
    Counts counts;
    const char* topics[] = {"travel", "work", "health", "documents", "help"};
    const char* languages[] = {"en", "fr", "ar", "other"};
    const unsigned visits = 20u << random() % 7;
    for (unsigned i = 0; i < visits; ++i) {
      auto date = day("2026-10-01") + std::chrono::days(random() % 31);
      counts.add(
          {date, topics[std::min(random() % 8, random() % 5 + 0ul)], languages[std::min(random() % 4, random() % 6)]});
    }
    for (const Month& month : make_report(counts, day("2026-11-23")).opened) {
      Published published = as_published(month);
      CHECK(solved_by_elimination(published).empty());
      auto bounds = narrowed(published);
      for (size_t i = 0; i < bounds.size(); ++i) {
        if (published.numbers[i]) {
          CHECK(*published.numbers[i] >= kSmall);
          ++shown;
        } else {
          ++hidden;
          if (bounds[i].highest) CHECK(*bounds[i].highest - bounds[i].lowest >= kSmall);
        }
      }
    }
  }
  MESSAGE(shown << " numbers shown, " << hidden << " hidden");
  CHECK(shown > 500);
}

TEST_CASE("R68: answers are a report of their own, with their own small numbers hidden") {
  Counts counts = autumn();
  for (int d = 0; d < 31; ++d) {
    Date date = day("2026-10-01") + std::chrono::days(d);
    counts.add({date, "travel", "en", What::helped}, 2);
    counts.add({date, "work", "en", What::helped}, 1);
  }
  counts.add({day("2026-10-05"), "travel", "en", What::not_helped}, 3);
  auto report = make_report(counts, day("2026-11-23"));
  CHECK(to_csv({report.opened, {}, {}}) == to_csv({make_report(autumn(), day("2026-11-23")).opened, {}, {}}));
  REQUIRE(report.helped.size() == 1);
  CHECK(report.helped[0].numbers == std::vector<std::vector<Number>>{{62}, {31}});
  CHECK(report.helped[0].total == 93);
  CHECK(report.not_helped[0].total == Number());
  const std::string csv = to_csv(report);
  CHECK(csv.find("2026-10,all,travel,en,helped,62\n") != std::string::npos);
  CHECK(csv.find("2026-10,all,travel,en,not_helped,hidden\n") != std::string::npos);
  CHECK(to_text(report).find("\"this helped\"") != std::string::npos);
  CHECK(nlohmann::json::parse(to_json(report))["helped"][0]["total"] == 93);
}

TEST_CASE("CSV, JSON and text say the same, and hide the same") {
  auto report = make_report(autumn(), day("2026-11-23"));
  std::string csv = to_csv(report);
  CHECK(csv.rfind("month,day,topic,language,what,count\n", 0) == 0);
  CHECK(csv.find("2026-10,all,work,fr,opened,hidden\n") != std::string::npos);
  CHECK(csv.find("2026-10,all,all,all,opened,1832\n") != std::string::npos);
  CHECK(csv.find("2026-10,2026-10-08,all,all,opened,51\n") != std::string::npos);

  auto json = nlohmann::json::parse(to_json(report));
  CHECK(json["smallest_shown"] == 10);
  CHECK(json["opened"][0]["numbers"][1][1].is_null());
  CHECK(json["opened"][0]["total"] == 1832);
  CHECK(json["opened"][0]["days"]["2026-10-08"] == 51);

  std::string text = to_text(report);
  CHECK(text.find("2026-10") != std::string::npos);
  CHECK(text.find("hidden") != std::string::npos);
  CHECK(to_text({}).find("No month") == 0);
}

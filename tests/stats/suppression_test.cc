#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "kiosk/stats/suppression.h"
#include "tests/stats/reader.h"

using namespace kiosk;
using namespace kiosk::stats;
using namespace kiosk::stats_tests;

namespace {

constexpr int64_t kThreshold = 10;

// A table with all its totals, as a network for the code and as sums for the reader.
struct Table {
  Network network;
  std::vector<int64_t> values;
  std::vector<Published::Sum> sums;

  explicit Table(const std::vector<std::vector<int64_t>>& cells) {
    const size_t height = cells.size(), width = cells[0].size();
    const size_t source = 0, sink = 1;
    std::vector<std::vector<size_t>> number(height, std::vector<size_t>(width));
    for (size_t i = 0; i < height; ++i)
      for (size_t j = 0; j < width; ++j) number[i][j] = add(2 + i, 2 + height + j, cells[i][j]);
    std::vector<size_t> rows, columns;
    int64_t total = 0;
    for (size_t i = 0; i < height; ++i) {
      int64_t sum = 0;
      for (size_t j = 0; j < width; ++j) sum += cells[i][j];
      rows.push_back(add(source, 2 + i, sum));
      sums.push_back({number[i], rows.back()});
      total += sum;
    }
    for (size_t j = 0; j < width; ++j) {
      int64_t sum = 0;
      std::vector<size_t> parts;
      for (size_t i = 0; i < height; ++i) {
        sum += cells[i][j];
        parts.push_back(number[i][j]);
      }
      columns.push_back(add(2 + height + j, sink, sum));
      sums.push_back({parts, columns.back()});
    }
    const size_t all = add(sink, source, total);
    sums.push_back({rows, all});
    sums.push_back({columns, all});
  }

  Published publish(const std::vector<bool>& hidden) const {
    Published published{{}, sums};
    for (size_t i = 0; i < values.size(); ++i)
      published.numbers.push_back(hidden[i] ? std::nullopt : std::optional(values[i]));
    return published;
  }
  std::vector<bool> small_only() const {
    std::vector<bool> hidden;
    for (int64_t value : values) hidden.push_back(value < kThreshold);
    return hidden;
  }

 private:
  size_t add(size_t from, size_t to, int64_t value) {
    values.push_back(value);
    return network.add_arc(from, to, value);
  }
};

Table random_table(std::mt19937& random, size_t most_rows, size_t most_columns, int64_t most) {
  std::vector<std::vector<int64_t>> cells(1 + random() % most_rows, std::vector<int64_t>(1 + random() % most_columns));
  // Some tables are sparse, some are full of small numbers, some hardly have any.
  const unsigned kind = random() % 3;
  for (auto& row : cells)
    for (int64_t& cell : row)
      cell = static_cast<int64_t>(kind == 0 && random() % 2 ? 0
                                  : kind == 1               ? random() % 15
                                                            : random() % static_cast<unsigned>(most));
  return Table(cells);
}

// Narrowest range, over all hidden numbers, that the reader can establish; nothing hidden: a large number.
int64_t narrowest(const std::vector<Bounds>& bounds, const std::vector<bool>& hidden) {
  int64_t narrow = 1'000'000;
  for (size_t i = 0; i < hidden.size(); ++i)
    if (hidden[i] && bounds[i].highest) narrow = std::min(narrow, *bounds[i].highest - bounds[i].lowest);
  return narrow;
}

}  // namespace

TEST_CASE("R68: no number below ten is published") {
  std::mt19937 random(1);
  for (int round = 0; round < 200; ++round) {
    Table table = random_table(random, 8, 6, 120);
    auto hidden = table.network.hide(kThreshold);
    for (size_t i = 0; i < hidden.size(); ++i) CHECK((hidden[i] || table.values[i] >= kThreshold));
  }
}

TEST_CASE("R68: no hidden number can be derived from what is published: elimination and ranges, random tables") {
  std::mt19937 random(2);
  int small_numbers = 0, published_numbers = 0, would_be_solved = 0;
  for (int round = 0; round < 500; ++round) {
    Table table = random_table(random, 8, 6, 150);
    auto hidden = table.network.hide(kThreshold);
    Published published = table.publish(hidden);
    CHECK(solved_by_elimination(published).empty());
    CHECK(narrowest(narrowed(published), hidden) >= kThreshold);
    for (size_t i = 0; i < hidden.size(); ++i) {
      small_numbers += table.values[i] < kThreshold;
      published_numbers += !hidden[i];
    }
    // The same reader against the small numbers alone: it must be one who can win.
    would_be_solved += static_cast<int>(solved_by_elimination(table.publish(table.small_only())).size());
  }
  MESSAGE(small_numbers << " small numbers, " << published_numbers
                        << " published; hiding small ones only would give away " << would_be_solved);
  CHECK(would_be_solved > 100);
  CHECK(published_numbers > 1000);
}

TEST_CASE("R68: no hidden number can be derived from what is published: every possible table, small tables") {
  std::mt19937 random(3);
  int tried = 0, would_be_narrow = 0;
  while (tried < 60) {
    Table table = random_table(random, 2, 3, 26);
    auto hidden = table.network.hide(kThreshold);
    // All hidden: any table would do. Too many hidden: it would never end.
    auto count = std::count(hidden.begin(), hidden.end(), true);
    if (count == 0 || count > 6 || table.values.back() > 90) continue;
    ++tried;
    auto bounds = tried_out(table.publish(hidden), 120);
    CHECK(narrowest(bounds, hidden) >= kThreshold);
    for (size_t i = 0; i < hidden.size(); ++i) {
      if (!hidden[i]) continue;
      // What the code believes a reader can find out is what this reader found out.
      auto known = table.network.range(i, hidden, 30);
      CHECK(known.lowest == std::max(bounds[i].lowest, table.values[i] - 30));
      CHECK(known.highest == std::min(*bounds[i].highest, table.values[i] + 30));
    }
    auto small = table.small_only();
    would_be_narrow += narrowest(narrowed(table.publish(small)), small) < kThreshold;
  }
  CHECK(would_be_narrow > 20);
}

TEST_CASE("R68: the example: one small number takes three others with it and leaves the rest") {
  Table table({{40, 3, 60}, {25, 30, 55}, {33, 44, 70}});
  auto hidden = table.network.hide(kThreshold);
  CHECK(hidden[1]);
  CHECK(std::count(hidden.begin(), hidden.end(), true) == 4);
  CHECK(solved_by_elimination(table.publish(table.small_only())) == std::vector<size_t>{1});
}

TEST_CASE("a table without a small number is published whole, one with nothing else not at all") {
  Table large({{40, 30}, {25, 30}});
  auto hidden = large.network.hide(kThreshold);
  CHECK(std::count(hidden.begin(), hidden.end(), true) == 0);

  Table tiny({{1, 2}, {0, 3}});
  hidden = tiny.network.hide(kThreshold);
  CHECK(std::count(hidden.begin(), hidden.end(), false) == 0);
}

#include "tests/stats/reader.h"

#include <algorithm>
#include <numeric>

namespace kiosk::stats_tests {

namespace {

// Whole-number rows, reduced by their greatest common divisor, so that elimination stays exact.
using Row = std::vector<__int128>;

void reduce(Row& row) {
  __int128 divisor = 0;
  for (__int128 value : row) {
    __int128 a = divisor, b = value < 0 ? -value : value;
    while (b != 0) std::swap(a %= b, b);
    divisor = a;
  }
  if (divisor > 1)
    for (__int128& value : row) value /= divisor;
}

}  // namespace

std::vector<size_t> solved_by_elimination(const Published& published) {
  const size_t count = published.numbers.size();
  // Each sum as a row over the hidden numbers; what is published goes to the right-hand side, which does not matter for
  // whether a number is determined.
  std::vector<Row> rows;
  for (const auto& sum : published.sums) {
    Row row(count, 0);
    for (size_t part : sum.parts)
      if (!published.numbers[part]) row[part] += 1;
    if (!published.numbers[sum.whole]) row[sum.whole] -= 1;
    rows.push_back(row);
  }
  size_t rank = 0;
  for (size_t column = 0; column < count && rank < rows.size(); ++column) {
    size_t pivot = rank;
    while (pivot < rows.size() && rows[pivot][column] == 0) ++pivot;
    if (pivot == rows.size()) continue;
    std::swap(rows[rank], rows[pivot]);
    for (size_t other = 0; other < rows.size(); ++other) {
      if (other == rank || rows[other][column] == 0) continue;
      const __int128 a = rows[rank][column], b = rows[other][column];
      for (size_t i = 0; i < count; ++i) rows[other][i] = rows[other][i] * a - rows[rank][i] * b;
      reduce(rows[other]);
    }
    ++rank;
  }
  // In reduced form a number is determined exactly when a row holds it alone.
  std::vector<size_t> solved;
  for (const Row& row : rows) {
    auto filled = std::count_if(row.begin(), row.end(), [](__int128 value) { return value != 0; });
    if (filled != 1) continue;
    auto at = std::find_if(row.begin(), row.end(), [](__int128 value) { return value != 0; });
    solved.push_back(static_cast<size_t>(at - row.begin()));
  }
  return solved;
}

std::vector<Bounds> narrowed(const Published& published) {
  std::vector<Bounds> bounds;
  for (const auto& number : published.numbers) bounds.push_back(number ? Bounds{*number, *number} : Bounds{});
  for (bool changed = true; changed;) {
    changed = false;
    auto raise = [&](size_t i, int64_t lowest) {
      if (lowest > bounds[i].lowest) bounds[i].lowest = lowest, changed = true;
    };
    auto lower = [&](size_t i, int64_t highest) {
      if (!bounds[i].highest || highest < *bounds[i].highest) bounds[i].highest = highest, changed = true;
    };
    for (const auto& sum : published.sums) {
      int64_t lowest = 0, highest = 0;
      bool open = false;
      for (size_t part : sum.parts) {
        lowest += bounds[part].lowest;
        open = open || !bounds[part].highest;
        highest += bounds[part].highest.value_or(0);
      }
      raise(sum.whole, lowest);
      if (!open) lower(sum.whole, highest);
      for (size_t part : sum.parts) {
        if (bounds[sum.whole].highest) lower(part, *bounds[sum.whole].highest - (lowest - bounds[part].lowest));
        bool others_open = false;
        int64_t others = 0;
        for (size_t other : sum.parts) {
          if (other == part) continue;
          others_open = others_open || !bounds[other].highest;
          others += bounds[other].highest.value_or(0);
        }
        if (!others_open) raise(part, bounds[sum.whole].lowest - others);
      }
    }
  }
  return bounds;
}

std::vector<Bounds> tried_out(const Published& published, int64_t most) {
  std::vector<size_t> hidden;
  for (size_t i = 0; i < published.numbers.size(); ++i)
    if (!published.numbers[i]) hidden.push_back(i);
  std::vector<int64_t> value(published.numbers.size());
  for (size_t i = 0; i < value.size(); ++i) value[i] = published.numbers[i].value_or(0);
  std::vector<Bounds> found(value.size());
  bool any = false;
  // A sum can be judged as soon as its last hidden number has a value.
  std::vector<std::vector<const Published::Sum*>> judged(hidden.size());
  for (const auto& sum : published.sums) {
    size_t last = hidden.size();
    for (size_t h = 0; h < hidden.size(); ++h)
      if (hidden[h] == sum.whole || std::count(sum.parts.begin(), sum.parts.end(), hidden[h])) last = h;
    if (last < hidden.size()) judged[last].push_back(&sum);
  }
  auto fits = [&](const Published::Sum& sum) {
    return value[sum.whole] == std::accumulate(sum.parts.begin(), sum.parts.end(), int64_t{0},
                                               [&](int64_t s, size_t i) { return s + value[i]; });
  };
  auto go = [&](auto& self, size_t at) -> void {
    if (at == hidden.size()) {
      for (size_t i : hidden) {
        found[i].lowest = any ? std::min(found[i].lowest, value[i]) : value[i];
        found[i].highest = any ? std::max(*found[i].highest, value[i]) : value[i];
      }
      any = true;
      return;
    }
    for (value[hidden[at]] = 0; value[hidden[at]] <= most; ++value[hidden[at]])
      if (std::all_of(judged[at].begin(), judged[at].end(), [&](const auto* sum) { return fits(*sum); }))
        self(self, at + 1);
  };
  go(go, 0);
  return found;
}

}  // namespace kiosk::stats_tests

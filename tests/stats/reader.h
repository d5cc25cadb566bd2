// A reader who wants to know what was hidden, by means that have nothing in common with the code that hides it:
// elimination over the totals, narrowing of ranges, and on small tables trying out every table there could be.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace kiosk::stats_tests {

// What is published: numbers, and which of them add up to which: sum of `parts` == number `whole`.
struct Published {
  std::vector<std::optional<int64_t>> numbers;
  struct Sum {
    std::vector<size_t> parts;
    size_t whole = 0;
  };
  std::vector<Sum> sums;
};

// The hidden numbers whose value follows from the sums alone (linear algebra, exact).
std::vector<size_t> solved_by_elimination(const Published& published);

// Ranges of all numbers from the sums and from none being negative, narrowed until nothing changes. nullopt: no bound.
struct Bounds {
  int64_t lowest = 0;
  std::optional<int64_t> highest;
};
std::vector<Bounds> narrowed(const Published& published);

// Ranges over all tables of whole numbers from 0 to `most` that fit. Slow: for few hidden numbers.
std::vector<Bounds> tried_out(const Published& published, int64_t most);

}  // namespace kiosk::stats_tests

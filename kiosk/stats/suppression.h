// Hides the small numbers of a table, and as many others as it takes so that they cannot be computed from the totals
// (R68).
//
// The problem. A table with totals is a system of equations. Hide the 3 in
//
//            en   fr   all
//   travel   40    3    43
//   work     25   30    55
//   all      65   33    98
//
// and 43 - 40 gives it away. So further numbers are hidden until every hidden one could be many values.
//
// The model. Each number is the flow through an arc of a network, each equation the balance of a node: what flows in
// flows out. The reader knows the published flows and that none is negative. How far a hidden flow could be raised is
// the most that can be sent round through hidden arcs from its head back to its tail; how far it could be lowered, the
// most from its tail to its head against its direction. So the exact range of a number, for a reader who does all the
// mathematics, comes from two maximum flows. No approximation, no solver: node balances have whole-number solutions
// wherever they have any.
//
// The choice. A hidden number is safe when its range spans at least `small` values. While one is not, the cheapest ring
// of numbers through it is hidden too (cheapest: the smallest sum lost). When nothing is left to hide, nothing at all
// is published. Optimal hiding is NP-hard; this hides a little more than needed and never too little.
//
// This breaks if the same counts are published twice in different cuts: publish each number once, and a month only when
// it is over (see report.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace kiosk::stats {

class Network {
 public:
  // REQUIRES: value >= 0. Returns the number of the arc.
  size_t add_arc(size_t from, size_t to, int64_t value);

  // REQUIRES: what flows into each node flows out of it. True at [i]: number i is not to be published.
  std::vector<bool> hide(int64_t small) const;

  // What a reader can work out of number `arc` when the numbers at `hidden` are left out: lowest and highest value.
  // Values beyond `reach` away from the true one are not told apart.
  struct Range {
    int64_t lowest = 0, highest = 0;
  };
  Range range(size_t arc, const std::vector<bool>& hidden, int64_t reach) const;

 private:
  struct Arc {
    size_t from = 0, to = 0;
    int64_t value = 0;
  };

  int64_t max_flow(size_t from, size_t to, size_t without, const std::vector<bool>& hidden, int64_t enough) const;
  std::vector<size_t> cheapest_ring(size_t arc, const std::vector<bool>& hidden) const;

  std::vector<Arc> arcs_;
  size_t nodes_ = 0;
};

}  // namespace kiosk::stats

#include "kiosk/stats/suppression.h"

#include <algorithm>
#include <deque>
#include <limits>

#include "kiosk/base/check.h"

namespace kiosk::stats {

size_t Network::add_arc(size_t from, size_t to, int64_t value) {
  KIOSK_CHECK(value >= 0);
  arcs_.push_back({from, to, value});
  nodes_ = std::max({nodes_, from + 1, to + 1});
  return arcs_.size() - 1;
}

// How much more can be sent from one node to another through hidden arcs: forwards without limit, backwards as much as
// flows there. At most `enough`. Shortest augmenting paths (Edmonds and Karp).
int64_t Network::max_flow(size_t from, size_t to, size_t without, const std::vector<bool>& hidden,
                          int64_t enough) const {
  std::vector<int64_t> sent(arcs_.size(), 0);  // forwards; negative: backwards
  int64_t total = 0;
  while (total < enough) {
    struct Step {
      size_t arc = 0;
      bool forwards = true;
    };
    std::vector<std::optional<Step>> reached(nodes_);
    std::deque<size_t> waiting{from};
    reached[from] = Step{};
    while (!waiting.empty() && !reached[to]) {
      size_t node = waiting.front();
      waiting.pop_front();
      for (size_t i = 0; i < arcs_.size(); ++i) {
        if (!hidden[i] || i == without) continue;
        const Arc& arc = arcs_[i];
        if (arc.from == node && !reached[arc.to]) {
          reached[arc.to] = Step{i, true};
          waiting.push_back(arc.to);
        }
        if (arc.to == node && !reached[arc.from] && arc.value + sent[i] > 0) {
          reached[arc.from] = Step{i, false};
          waiting.push_back(arc.from);
        }
      }
    }
    if (!reached[to]) return total;
    int64_t amount = enough - total;
    for (size_t node = to; node != from;) {
      const Step step = *reached[node];
      if (!step.forwards) amount = std::min(amount, arcs_[step.arc].value + sent[step.arc]);
      node = step.forwards ? arcs_[step.arc].from : arcs_[step.arc].to;
    }
    for (size_t node = to; node != from;) {
      const Step step = *reached[node];
      sent[step.arc] += step.forwards ? amount : -amount;
      node = step.forwards ? arcs_[step.arc].from : arcs_[step.arc].to;
    }
    total += amount;
  }
  return total;
}

Network::Range Network::range(size_t arc, const std::vector<bool>& hidden, int64_t reach) const {
  const Arc& it = arcs_[arc];
  if (!hidden[arc]) return {it.value, it.value};
  if (it.from == it.to) return {std::max<int64_t>(0, it.value - reach), it.value + reach};
  int64_t up = max_flow(it.to, it.from, arc, hidden, reach);
  int64_t down = max_flow(it.from, it.to, arc, hidden, std::min(it.value, reach));
  return {it.value - down, it.value + up};
}

// The arcs of the ring through `arc` whose hiding loses least; empty when there is none that would hide anything more.
// Dijkstra over the arcs in both directions, where hiding costs the number and what is hidden already costs nothing.
std::vector<size_t> Network::cheapest_ring(size_t arc, const std::vector<bool>& hidden) const {
  constexpr int64_t kFar = std::numeric_limits<int64_t>::max();
  std::vector<int64_t> cost(nodes_, kFar);
  std::vector<size_t> by(nodes_, arcs_.size());
  std::vector<bool> done(nodes_, false);
  cost[arcs_[arc].to] = 0;
  for (;;) {
    size_t node = nodes_;
    for (size_t i = 0; i < nodes_; ++i)
      if (!done[i] && cost[i] != kFar && (node == nodes_ || cost[i] < cost[node])) node = i;
    if (node == nodes_) break;
    done[node] = true;
    for (size_t i = 0; i < arcs_.size(); ++i) {
      if (i == arc || (arcs_[i].from != node && arcs_[i].to != node)) continue;
      const size_t other = arcs_[i].from == node ? arcs_[i].to : arcs_[i].from;
      const int64_t sum = cost[node] + (hidden[i] ? 0 : arcs_[i].value);
      if (sum >= cost[other]) continue;
      cost[other] = sum;
      by[other] = i;
    }
  }
  std::vector<size_t> ring;
  if (cost[arcs_[arc].from] == kFar) return ring;
  for (size_t node = arcs_[arc].from; node != arcs_[arc].to;) {
    const size_t step = by[node];
    if (!hidden[step]) ring.push_back(step);
    node = arcs_[step].from == node ? arcs_[step].to : arcs_[step].from;
  }
  return ring;
}

std::vector<bool> Network::hide(int64_t small) const {
  std::vector<bool> hidden(arcs_.size());
  for (size_t i = 0; i < arcs_.size(); ++i) hidden[i] = arcs_[i].value < small;
  for (;;) {
    size_t exposed = arcs_.size();
    for (size_t i = 0; i < arcs_.size() && exposed == arcs_.size(); ++i) {
      if (!hidden[i]) continue;
      Range known = range(i, hidden, small);
      if (known.highest - known.lowest < small) exposed = i;
    }
    if (exposed == arcs_.size()) return hidden;
    std::vector<size_t> more = cheapest_ring(exposed, hidden);
    if (more.empty()) {
      // The rings through it are hidden and too narrow: hide the smallest number that touches it, else the smallest.
      auto pick = [&](bool touching) {
        size_t best = arcs_.size();
        for (size_t i = 0; i < arcs_.size(); ++i) {
          const Arc &a = arcs_[i], &b = arcs_[exposed];
          bool touches = a.from == b.from || a.from == b.to || a.to == b.from || a.to == b.to;
          if (!hidden[i] && (touches || !touching) && (best == arcs_.size() || a.value < arcs_[best].value)) best = i;
        }
        return best;
      };
      size_t next = pick(true);
      if (next == arcs_.size()) next = pick(false);
      if (next == arcs_.size()) return hidden;  // everything is hidden
      more.push_back(next);
    }
    for (size_t i : more) hidden[i] = true;
  }
}

}  // namespace kiosk::stats

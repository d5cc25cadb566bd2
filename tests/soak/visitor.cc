#include "tests/soak/visitor.h"

#include <algorithm>

#include "kiosk/base/check.h"

namespace kiosk::test {
namespace {

using std::chrono::seconds;

size_t below(size_t limit, std::mt19937& generator) { return generator() % limit; }

void press(Program& program, FixedClock& clock, const Rect& where) {
  const float x = where.x + where.width / 2, y = where.y + where.height / 2;
  program.kiosk().touch({app::TouchPhase::down, 0, x, y}, program.seconds());
  program.settle();
  program.kiosk().touch({app::TouchPhase::up, 0, x, y}, program.seconds() + 0.1);
  clock.time += seconds(1);
  program.settle();
}

// Everything that can be pressed and is seen, but for the way out: that is taken at the end.
std::vector<const accessibility::Node*> targets(const app::Kiosk& kiosk) {
  std::vector<const accessibility::Node*> all;
  for (const accessibility::Node& node : kiosk.scene().tree.nodes) {
    const Rect seen = node.rect.intersect(node.clip);
    if (node.can_act() && node.role != accessibility::Role::leave && seen.width > 1 && seen.height > 1)
      all.push_back(&node);
  }
  return all;
}

void swipe(Program& program, FixedClock& clock) {
  program.kiosk().touch({app::TouchPhase::down, 0, 150, 190}, program.seconds());
  for (int step = 1; step <= 4; ++step) {
    program.kiosk().touch({app::TouchPhase::move, 0, 150, 190 - 30.0f * static_cast<float>(step)}, program.seconds());
    program.settle();
  }
  program.kiosk().touch({app::TouchPhase::up, 0, 150, 70}, program.seconds());
  clock.time += seconds(2);
  program.settle();
}

void leave(Program& program, FixedClock& clock) {
  for (const accessibility::Node& node : program.kiosk().scene().tree.nodes) {
    if (node.role == accessibility::Role::leave) return press(program, clock, Rect(node.rect));
  }
}

}  // namespace

void visit(Program& program, FixedClock& clock, std::chrono::sys_seconds until, std::mt19937& generator) {
  const size_t steps = 3 + below(12, generator);
  for (size_t step = 0; step < steps && clock.time < until; ++step) {
    const auto all = targets(program.kiosk());
    if (all.empty() || below(5, generator) == 0) {
      swipe(program, clock);
    } else {
      const accessibility::Node& node = *all[below(all.size(), generator)];
      press(program, clock, node.rect.intersect(node.clip));
    }
    clock.time += seconds(1 + below(20, generator));
    program.settle();
  }
  if (below(2, generator) == 0) leave(program, clock);
  // Who walks away is found out by the idle warning, twice the longest limit later.
  for (int wait = 0; program.kiosk().in_use() && wait < 40 && clock.time < until; ++wait) {
    clock.time += seconds(15);
    program.settle();
  }
  KIOSK_CHECK(!program.kiosk().in_use() || clock.time >= until);
}

}  // namespace kiosk::test

// The deadline of the statement that runs on a connection. SQLite asks it every so many steps of its virtual machine.
#pragma once

#include <chrono>
#include <functional>

namespace kiosk::sql {

struct Watch {
  std::chrono::milliseconds allowed{0};
  std::function<std::chrono::steady_clock::time_point()> now;
  std::chrono::steady_clock::time_point end{};

  void start() {
    if (now) end = now() + allowed;
  }
  bool over() const { return now && now() >= end; }
};

}  // namespace kiosk::sql

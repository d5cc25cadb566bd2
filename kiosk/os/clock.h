// The time of day, and whether it can be relied on. A board without a battery says 1970 after every power cut.
#pragma once

#include <chrono>

namespace kiosk::os {

class Clock {
 public:
  virtual ~Clock() = default;

  virtual std::chrono::sys_seconds now() const = 0;

  // Whether the kernel considers the clock set by a time service (STA_UNSYNC clear, adjtimex(2)). That is a claim of
  // the network, not a proof.
  virtual bool synchronised() const = 0;
};

class SystemClock : public Clock {
 public:
  std::chrono::sys_seconds now() const override;
  bool synchronised() const override;
};

}  // namespace kiosk::os

// Tells systemd how the program is: ready, alive. Outside a service, where $NOTIFY_SOCKET is not set, it does nothing.
// Not a watchdog thread: alive() is called after a frame was really presented, and so proves that.
// For one thread.
#pragma once

#include <chrono>
#include <optional>

namespace kiosk::os {

class Supervisor {
 public:
  // The first frame is on the screen: units that wait for us may go on.
  void ready();

  // Feeds the watchdog.
  void alive();

  // How often alive() must be called for systemd not to kill the program: half of WatchdogSec=. None: no watchdog.
  std::optional<std::chrono::microseconds> alive_interval() const;
};

}  // namespace kiosk::os

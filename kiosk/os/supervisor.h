// Tells systemd how the program is: ready, alive. Outside a service, where $NOTIFY_SOCKET is not set, it tells nobody.
// Not a watchdog thread: who calls alive() vouches for what it is called after, a frame that was really presented.
// For one thread.
#pragma once

#include <chrono>
#include <optional>
#include <string>

namespace kiosk::os {

class Supervisor {
 public:
  // The first frame stands on the screen: units that wait for us may go on.
  void ready();

  // Feeds the watchdog.
  void alive();

  // One line for `systemctl status`. Never anything a visitor did (R66).
  void status(const std::string& line);

  // How often alive() must be called for systemd not to kill the program: half of WatchdogSec=. None: nobody watches.
  std::optional<std::chrono::microseconds> alive_interval() const;
};

}  // namespace kiosk::os

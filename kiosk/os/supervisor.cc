#include "kiosk/os/supervisor.h"

#include <cstdlib>
#include <string_view>

#include <systemd/sd-daemon.h>

namespace kiosk::os {

// A failure here is a failure towards systemd, which notices by itself: there is no one else to tell.
void Supervisor::ready() { sd_notify(0, "READY=1"); }

void Supervisor::alive() { sd_notify(0, "WATCHDOG=1"); }

std::optional<std::chrono::microseconds> Supervisor::alive_interval() const {
  // Not sd_watchdog_enabled(): it answers only to the main process of a service, which is the compositor.
  const char* value = std::getenv("WATCHDOG_USEC");
  if (!value) return std::nullopt;
  const unsigned long long usec = std::strtoull(value, nullptr, 10);
  if (usec < 2) return std::nullopt;
  return std::chrono::microseconds(usec / 2);
}

}  // namespace kiosk::os

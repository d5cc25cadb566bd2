#include "kiosk/os/clock.h"

#include <sys/timex.h>

namespace kiosk::os {

std::chrono::sys_seconds SystemClock::now() const {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

bool SystemClock::synchronised() const {
  struct timex state = {};
  int result = ::adjtimex(&state);
  return result >= 0 && result != TIME_ERROR && (state.status & STA_UNSYNC) == 0;
}

}  // namespace kiosk::os

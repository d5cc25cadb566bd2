#include "kiosk/os/hung_up.h"

#include <poll.h>

namespace kiosk::os {

bool hung_up(int descriptor) {
  pollfd connection{descriptor, 0, 0};
  return poll(&connection, 1, 0) > 0 && (connection.revents & (POLLHUP | POLLERR)) != 0;
}

}  // namespace kiosk::os

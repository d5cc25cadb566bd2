// The other end of a connection.
#pragma once

namespace kiosk::os {

// Whether the other end of a socket or pipe has closed it, whatever is still unread.
bool hung_up(int descriptor);

}  // namespace kiosk::os

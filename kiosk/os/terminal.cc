#include "kiosk/os/terminal.h"

#include <unistd.h>

namespace kiosk::os {

bool is_terminal(std::FILE* stream) { return isatty(fileno(stream)) == 1; }

}  // namespace kiosk::os

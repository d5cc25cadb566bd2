// Whether a person is reading what a program prints.
#pragma once

#include <cstdio>

namespace kiosk::os {

// False for files and pipes: a line that is written over and over belongs on a terminal only.
bool is_terminal(std::FILE* stream);

}  // namespace kiosk::os

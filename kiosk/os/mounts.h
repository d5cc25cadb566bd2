// Drives that somebody has plugged in.
#pragma once

#include <string>
#include <vector>

namespace kiosk::os {

// Where sticks are mounted now: the folders below /media and /run/media that are file systems of their own.
std::vector<std::string> removable_drives();

}  // namespace kiosk::os

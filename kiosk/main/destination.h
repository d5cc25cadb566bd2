// Where a repository is exported to: a folder that is there, and not on a disk of this computer unless that is meant. A
// stick that is not mounted leaves an empty folder behind, or none, and what is written there reaches no kiosk.
#pragma once

#include <string>

#include "kiosk/base/result.h"
#include "kiosk/os/drive.h"

namespace kiosk {

// Error: Code::not_found, Code::refused; with what to write, and which sticks are plugged in.
Result<os::Drive> judge_destination(const std::string& folder, bool system_disk);

}  // namespace kiosk

// Looks at the machine: disk, touch panel, sound card, heat, and what systemd runs. `root` is another folder in tests.
#pragma once

#include <filesystem>

#include "kiosk/fleet/doctor/finding.h"

namespace kiosk::fleet {

Findings examine_disk(const std::filesystem::path& store);

Findings examine_devices(const std::filesystem::path& root = "/");

// The screen runs and the timers are switched on. Nothing to say where systemd or the kiosk's units are not there.
Findings examine_units(const std::filesystem::path& root = "/");

}  // namespace kiosk::fleet

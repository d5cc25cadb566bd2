// Looks at a kiosk's settings: both files read, and what an office usually means to set is set.
#pragma once

#include <filesystem>

#include "kiosk/fleet/doctor/finding.h"

namespace kiosk::fleet {

// As config::read_config: `settings` are those made on the device and may be absent.
Findings examine_settings(const std::filesystem::path& path, const std::filesystem::path& settings);

}  // namespace kiosk::fleet

// Takes a file of settings over as the settings made on this device. Read before it is taken: one wrong line and
// nothing changes. A power cut leaves the old settings or the new ones whole.
#pragma once

#include <filesystem>

#include "kiosk/base/result.h"

namespace kiosk::config {

// `settings` becomes a copy of `file`, its folder is made where it is missing. Error: that of read_over() for `file`;
// that of kiosk/os/durable.h for `settings`.
Status install_settings(const std::filesystem::path& file, const std::filesystem::path& settings);

}  // namespace kiosk::config

// Turns errno into an Error, for the files of this folder.
#pragma once

#include <filesystem>
#include <string>

#include "kiosk/base/result.h"

namespace kiosk::os {

// "<what> <path> failed: <reason>." A full disk gets Code::no_space, an absent file Code::not_found, the rest Code::io.
Error system_error(const std::string& what, const std::filesystem::path& path, int error_number);

}  // namespace kiosk::os

// Tells a file from another that has taken its place, without reading either.
#pragma once

#include <filesystem>
#include <string>

namespace kiosk::os {

// The same until the file is written to or replaced; "-" where there is none.
std::string file_mark(const std::filesystem::path& path);

}  // namespace kiosk::os

// Tells a file from another that was put in its place, without reading either.
#pragma once

#include <filesystem>
#include <string>

namespace kiosk::os {

// The same for as long as nobody writes to the file or exchanges it; "-" where there is none.
std::string file_mark(const std::filesystem::path& path);

}  // namespace kiosk::os

#include "kiosk/os/private_folder.h"

#include <cerrno>
#include <cstdlib>
#include <string>
#include <system_error>
#include <utility>

#include "kiosk/os/system_error.h"

namespace kiosk::os {

Result<PrivateFolder> PrivateFolder::create() {
  std::error_code unknown;
  std::filesystem::path parent = std::filesystem::temp_directory_path(unknown);
  if (unknown) parent = "/tmp";
  std::string name = (parent / "kiosk-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) return system_error("Making the folder", name, errno);
  return PrivateFolder(name);
}

PrivateFolder::PrivateFolder(PrivateFolder&& other) noexcept : path_(std::exchange(other.path_, {})) {}

PrivateFolder::~PrivateFolder() {
  std::error_code ignored;
  if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}

}  // namespace kiosk::os

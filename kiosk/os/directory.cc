#include "kiosk/os/directory.h"

#include <sys/statvfs.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "kiosk/os/system_error.h"

namespace kiosk::os {

Result<std::vector<std::string>> list_folder(const std::filesystem::path& folder) {
  std::error_code trouble;
  std::vector<std::string> names;
  std::filesystem::directory_iterator at(folder, trouble), end;
  while (!trouble && at != end) {
    names.push_back(at->path().filename().string());
    at.increment(trouble);
  }
  if (trouble == std::errc::no_such_file_or_directory) return std::vector<std::string>();
  if (trouble) return system_error("Listing", folder, trouble.value());
  std::sort(names.begin(), names.end());
  return names;
}

Result<uint64_t> free_bytes(const std::filesystem::path& path) {
  struct statvfs status = {};
  if (::statvfs(path.c_str(), &status) != 0) return system_error("Asking for the free space of", path, errno);
  return static_cast<uint64_t>(status.f_bavail) * status.f_frsize;
}

Result<bool> is_read_only(const std::filesystem::path& path) {
  struct statvfs status = {};
  if (::statvfs(path.c_str(), &status) != 0) return system_error("Asking how it is mounted", path, errno);
  return (status.f_flag & ST_RDONLY) != 0;
}

Status remove_tree(const std::filesystem::path& path) {
  std::error_code trouble;
  std::filesystem::remove_all(path, trouble);
  if (trouble) return system_error("Removing", path, trouble.value());
  return {};
}

}  // namespace kiosk::os

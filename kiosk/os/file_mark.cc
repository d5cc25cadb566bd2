#include "kiosk/os/file_mark.h"

#include <sys/stat.h>

namespace kiosk::os {

std::string file_mark(const std::filesystem::path& path) {
  struct stat status = {};
  if (::stat(path.c_str(), &status) != 0) return "-";
  return std::to_string(status.st_ino) + "@" + std::to_string(status.st_mtim.tv_sec) + "." +
         std::to_string(status.st_mtim.tv_nsec);
}

}  // namespace kiosk::os

#include "kiosk/os/system_error.h"

#include <cerrno>
#include <system_error>

namespace kiosk::os {

Error system_error(const std::string& what, const std::filesystem::path& path, int error_number) {
  Code code = Code::io;
  if (error_number == ENOSPC || error_number == EDQUOT) code = Code::no_space;
  if (error_number == ENOENT || error_number == ENOTDIR) code = Code::not_found;
  return {code, what + " " + path.string() + " failed: " + std::generic_category().message(error_number) + "."};
}

}  // namespace kiosk::os

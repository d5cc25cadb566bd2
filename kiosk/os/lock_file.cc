#include "kiosk/os/lock_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "kiosk/os/system_error.h"

namespace kiosk::os {

Result<LockFile> LockFile::try_lock(const std::filesystem::path& path) {
  Descriptor descriptor(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644));
  if (!descriptor.open()) return system_error("Opening", path, errno);
  if (::flock(descriptor.get(), LOCK_EX | LOCK_NB) == 0) return LockFile(std::move(descriptor));
  if (errno == EWOULDBLOCK) return Error{Code::refused, path.string() + " is held: another process is at work here."};
  return system_error("Locking", path, errno);
}

}  // namespace kiosk::os

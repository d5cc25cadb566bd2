#include "kiosk/os/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "kiosk/os/system_error.h"

namespace kiosk::os {

Result<File> File::open_to_read(const std::filesystem::path& path) {
  Descriptor descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
  if (!descriptor.open()) {
    if (errno == ELOOP) return Error{Code::refused, path.string() + " was not read: it is a link, not a file."};
    return system_error("Opening", path, errno);
  }
  File file(std::move(descriptor), path);
  struct stat status = {};
  if (::fstat(file.descriptor_.get(), &status) != 0) return system_error("Examining", path, errno);
  if (!S_ISREG(status.st_mode)) return Error{Code::refused, path.string() + " was not read: it is not a plain file."};
  return file;
}

Result<File> File::create(const std::filesystem::path& path, unsigned mode) {
  Descriptor descriptor(::open(path.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, mode));
  if (!descriptor.open()) return system_error("Creating", path, errno);
  return File(std::move(descriptor), path);
}

Result<File> File::open_to_append(const std::filesystem::path& path) {
  Descriptor descriptor(::open(path.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0644));
  if (!descriptor.open()) return system_error("Opening", path, errno);
  return File(std::move(descriptor), path);
}

Result<uint64_t> File::size() const {
  struct stat status = {};
  if (::fstat(descriptor_.get(), &status) != 0) return system_error("Examining", path_, errno);
  return static_cast<uint64_t>(status.st_size);
}

Status File::seek(uint64_t offset) {
  if (::lseek(descriptor_.get(), static_cast<off_t>(offset), SEEK_SET) < 0)
    return system_error("Reading", path_, errno);
  return {};
}

Result<size_t> File::read(char* buffer, size_t buffer_size) {
  for (;;) {
    ssize_t count = ::read(descriptor_.get(), buffer, buffer_size);
    if (count >= 0) return static_cast<size_t>(count);
    if (errno != EINTR) return system_error("Reading", path_, errno);
  }
}

Status File::write(std::string_view bytes) {
  while (!bytes.empty()) {
    ssize_t count = ::write(descriptor_.get(), bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return system_error("Writing", path_, errno);
    bytes.remove_prefix(static_cast<size_t>(count));
  }
  return {};
}

Status File::sync() {
  if (::fsync(descriptor_.get()) != 0) return system_error("Saving", path_, errno);
  return {};
}

Status File::set_mode(unsigned mode) {
  if (::fchmod(descriptor_.get(), mode) != 0) return system_error("Changing the mode of", path_, errno);
  return {};
}

void File::forget_pages() { ::posix_fadvise(descriptor_.get(), 0, 0, POSIX_FADV_DONTNEED); }

Result<std::string> read_file(const std::filesystem::path& path, size_t max_bytes) {
  KIOSK_TRY(file, File::open_to_read(path));
  std::string bytes;
  char buffer[65536];
  for (;;) {
    KIOSK_TRY(count, file.read(buffer, sizeof buffer));
    if (count == 0) return bytes;
    if (bytes.size() + count > max_bytes) {
      return Error{Code::damaged, path.string() + " was not read: it is larger than the " + std::to_string(max_bytes) +
                                      " bytes it may have."};
    }
    bytes.append(buffer, count);
  }
}

}  // namespace kiosk::os

#include "kiosk/os/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <cerrno>
#include <utility>

#include "kiosk/os/descriptor.h"
#include "kiosk/os/system_error.h"

namespace kiosk::os {

Result<MappedFile> MappedFile::open(const std::filesystem::path& path) {
  const Descriptor descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
  if (!descriptor.open()) return system_error("Opening", path, errno);
  struct stat status = {};
  void* start = nullptr;
  int failure = ::fstat(descriptor.get(), &status) == 0 ? 0 : errno;
  auto size = static_cast<size_t>(status.st_size);
  if (failure == 0 && size > 0) {
    start = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor.get(), 0);
    if (start == MAP_FAILED) failure = errno;
  }
  if (failure != 0) return system_error("Reading", path, failure);
  return MappedFile(start, size);
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : start_(std::exchange(other.start_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(start_, other.start_);
  std::swap(size_, other.size_);
  return *this;
}

MappedFile::~MappedFile() {
  if (size_ > 0) ::munmap(start_, size_);
}

}  // namespace kiosk::os

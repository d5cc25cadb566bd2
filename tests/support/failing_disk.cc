#include "tests/support/failing_disk.h"

#include <doctest/doctest.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

struct stat unreadable = {};
int syncs_left = 0;  // 0: the power stays

}  // namespace

extern "C" ssize_t read(int descriptor, void* buffer, size_t size) {
  struct stat status = {};
  if (unreadable.st_ino != 0 && ::fstat(descriptor, &status) == 0 && status.st_ino == unreadable.st_ino &&
      status.st_dev == unreadable.st_dev) {
    errno = EIO;
    return -1;
  }
  return ::syscall(SYS_read, descriptor, buffer, size);
}

extern "C" int fsync(int descriptor) {
  if (syncs_left > 0 && --syncs_left == 0) ::_exit(9);
  return static_cast<int>(::syscall(SYS_fsync, descriptor));
}

namespace kiosk::test {

UnreadableFile::UnreadableFile(const std::filesystem::path& file) : held_(::open(file.c_str(), O_PATH | O_CLOEXEC)) {
  REQUIRE(held_ >= 0);
  REQUIRE(::fstat(held_, &unreadable) == 0);
}

UnreadableFile::~UnreadableFile() {
  unreadable = {};
  ::close(held_);
}

bool cut_power_at(int step, const std::function<void()>& work) {
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    syncs_left = step;
    work();
    ::_exit(0);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  REQUIRE(WIFEXITED(status));
  return WEXITSTATUS(status) == 9;
}

}  // namespace kiosk::test

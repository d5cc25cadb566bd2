#include "kiosk/os/durable.h"

// Why so many syncs. rename(2) is atomic for programs that are running, not for a power cut: after one, ext4 may have
// the new name and none of the bytes, or the bytes and still the old name, and the flash of a cheap board reorders
// writes itself. So each write is in this order: bytes into a file of another name, sync, rename, sync the folder. The
// rename is the commit point; cut before it the old file is there, after it the new one. Rejected: relying on
// auto_da_alloc, which guesses that a rename means a sync, and only on ext4; a journal of our own, which would need all
// this too. This breaks on media that report a sync before it is done: tests/faults/ and tests/device/ replay every
// write up to a cut, but cannot replay a medium that lies.

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <vector>

#include "kiosk/os/descriptor.h"
#include "kiosk/os/file.h"
#include "kiosk/os/system_error.h"

namespace kiosk::os {
namespace {

std::filesystem::path folder_of(const std::filesystem::path& path) {
  return path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
}

}  // namespace

Status write_durably(const std::filesystem::path& path, std::string_view bytes, unsigned mode) {
  std::filesystem::path temporary = path;
  temporary += ".new";
  KIOSK_TRY(file, File::create(temporary, mode));
  KIOSK_TRY_STATUS(file.write(bytes));
  KIOSK_TRY_STATUS(file.sync());
  // The commit point.
  return rename_durably(temporary, path);
}

Status copy_durably(const std::filesystem::path& from, const std::filesystem::path& to) {
  KIOSK_TRY_STATUS(make_folder_durably(folder_of(to)));
  KIOSK_TRY(source, File::open_to_read(from));
  std::filesystem::path temporary = to;
  temporary += ".new";
  KIOSK_TRY(copy, File::create(temporary));
  std::vector<char> buffer(1 << 18);
  for (;;) {
    KIOSK_TRY(count, source.read(buffer.data(), buffer.size()));
    if (count == 0) break;
    KIOSK_TRY_STATUS(copy.write({buffer.data(), count}));
  }
  std::error_code trouble;
  const auto mode = std::filesystem::status(from, trouble).permissions();
  if (!trouble) KIOSK_TRY_STATUS(copy.set_mode(static_cast<unsigned>(mode & std::filesystem::perms::all)));
  KIOSK_TRY_STATUS(copy.sync());
  return rename_durably(temporary, to);
}

Status rename_durably(const std::filesystem::path& from, const std::filesystem::path& to) {
  if (std::rename(from.c_str(), to.c_str()) != 0) return system_error("Renaming to", to, errno);
  KIOSK_TRY_STATUS(sync_folder(folder_of(to)));
  if (folder_of(from) != folder_of(to)) return sync_folder(folder_of(from));
  return {};
}

Status link_durably(const std::filesystem::path& target, const std::filesystem::path& link) {
  std::filesystem::path temporary = link;
  temporary += ".new";
  if (::unlink(temporary.c_str()) != 0 && errno != ENOENT) return system_error("Removing", temporary, errno);
  if (::symlink(target.c_str(), temporary.c_str()) != 0) return system_error("Linking", temporary, errno);
  return rename_durably(temporary, link);
}

Status remove_durably(const std::filesystem::path& path) {
  if (::unlink(path.c_str()) != 0) {
    if (errno == ENOENT) return {};
    return system_error("Removing", path, errno);
  }
  return sync_folder(folder_of(path));
}

Status make_folder_durably(const std::filesystem::path& folder, unsigned mode) {
  if (::mkdir(folder.c_str(), mode) == 0) return sync_folder(folder_of(folder));
  if (errno == ENOENT) {
    KIOSK_TRY_STATUS(make_folder_durably(folder_of(folder), mode));
    if (::mkdir(folder.c_str(), mode) == 0) return sync_folder(folder_of(folder));
  }
  struct stat status = {};
  if (errno == EEXIST && ::stat(folder.c_str(), &status) == 0 && S_ISDIR(status.st_mode)) return {};
  return system_error("Making the folder", folder, errno);
}

Status sync_folder(const std::filesystem::path& folder) {
  const Descriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!descriptor.open()) return system_error("Opening the folder", folder, errno);
  int failure = ::fsync(descriptor.get()) == 0 ? 0 : errno;
  // Some file systems of sticks (vfat under FUSE) have no sync for folders.
  if (failure != 0 && failure != EINVAL && failure != ENOSYS) return system_error("Saving the folder", folder, failure);
  return {};
}

Status sync_file_system(const std::filesystem::path& path) {
  const Descriptor descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!descriptor.open()) return system_error("Opening", path, errno);
  int failure = ::syncfs(descriptor.get()) == 0 ? 0 : errno;
  if (failure != 0) return system_error("Saving what was written below", path, failure);
  return {};
}

}  // namespace kiosk::os

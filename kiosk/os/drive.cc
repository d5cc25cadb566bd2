#include "kiosk/os/drive.h"

#include <algorithm>
#include <array>
#include <optional>
#include <sstream>
#include <vector>

#include "kiosk/os/file.h"

namespace kiosk::os {
namespace {

constexpr size_t kMaxMounts = 1 << 20;

struct Mount {
  std::string device;  // "8:1"
  std::filesystem::path at;
  std::string file_system;
};

// The kernel writes blanks as \040.
std::string unescaped(const std::string& text) {
  std::string plain;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool octal =
        text[i] == '\\' && i + 3 < text.size() &&
        std::all_of(text.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                    text.begin() + static_cast<std::ptrdiff_t>(i) + 4, [](char c) { return c >= '0' && c <= '7'; });
    plain += octal ? static_cast<char>(std::stoi(text.substr(i + 1, 3), nullptr, 8)) : text[i];
    if (octal) i += 3;
  }
  return plain;
}

// proc(5): id parent MAJOR:MINOR root MOUNTED-AT options ... - TYPE source options. The later of two lies over the
// other.
std::vector<Mount> parse_mounts(const std::string& text) {
  std::vector<Mount> mounts;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    std::istringstream fields(line);
    std::string skipped, device, at, field, type;
    fields >> skipped >> skipped >> device >> skipped >> at;
    while (fields >> field && field != "-") {}
    if (fields >> type) mounts.push_back({device, unescaped(at), type});
  }
  return mounts;
}

bool lies_below(const std::filesystem::path& path, const std::filesystem::path& folder) {
  auto part = path.begin();
  for (const auto& wanted : folder) {
    if (wanted.empty()) continue;  // of a slash at the end
    if (part == path.end() || *part != wanted) return false;
    ++part;
  }
  return true;
}

std::optional<Mount> mount_of(const std::filesystem::path& path, const std::vector<Mount>& mounts) {
  std::optional<Mount> found;
  for (const Mount& mount : mounts)
    if (lies_below(path, mount.at) && (!found || mount.at.native().size() >= found->at.native().size())) found = mount;
  return found;
}

// Adds the folders of the whole drives below `folder`, which may be a part of one, or a layer over several: a stick
// with a pass phrase, a disk of the system that is encrypted.
void add_drives(std::filesystem::path folder, int depth, std::vector<std::filesystem::path>& drives) {
  constexpr int kDeepest = 8;
  std::error_code trouble;
  const std::filesystem::directory_iterator slaves(folder / "slaves", trouble);
  if (!trouble && slaves != std::filesystem::directory_iterator() && depth < kDeepest) {
    for (const auto& slave : slaves) {
      const auto below = std::filesystem::canonical(slave.path(), trouble);
      if (!trouble) add_drives(below, depth + 1, drives);
    }
    return;
  }
  if (std::filesystem::exists(folder / "partition", trouble)) folder = folder.parent_path();
  drives.push_back(folder);
}

// Empty: what is mounted lies on no drive.
std::vector<std::filesystem::path> drives_of(const std::string& device, const std::filesystem::path& sys) {
  std::vector<std::filesystem::path> drives;
  std::error_code trouble;
  const auto folder = std::filesystem::canonical(sys / "dev/block" / device, trouble);
  if (!trouble) add_drives(folder, 0, drives);
  return drives;
}

std::string line_of(const std::filesystem::path& file) {
  auto text = read_file(file, 4096);
  std::string line = text.ok() ? *text : "";
  while (!line.empty() && (line.back() == '\n' || line.back() == ' ')) line.pop_back();
  return line;
}

bool is_any_of(const std::string& name, std::initializer_list<const char*> names) {
  return std::any_of(names.begin(), names.end(), [&](const char* one) { return name == one; });
}

DriveKind kind_of(const Mount& mount, const std::vector<Mount>& mounts, const std::filesystem::path& sys) {
  if (is_any_of(mount.file_system, {"nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "9p", "davfs"}))
    return DriveKind::network;
  if (is_any_of(mount.file_system, {"tmpfs", "ramfs"})) return DriveKind::memory;
  const auto drives = drives_of(mount.device, sys);
  auto root = mount_of("/", mounts);
  const auto of_system = root ? drives_of(root->device, sys) : std::vector<std::filesystem::path>();
  const bool is_removable = std::all_of(drives.begin(), drives.end(), [&](const std::filesystem::path& drive) {
    if (std::find(of_system.begin(), of_system.end(), drive) != of_system.end()) return false;
    const std::string path = drive.generic_string();
    const bool by_cable = path.find("/usb") != std::string::npos || path.find("/mmc_host") != std::string::npos;
    return by_cable || line_of(drive / "removable") == "1";
  });
  return !drives.empty() && is_removable ? DriveKind::removable : DriveKind::computer;
}

Drive drive_at(const Mount& mount, const std::vector<Mount>& mounts, const std::filesystem::path& sys) {
  Drive drive{kind_of(mount, mounts, sys), mount.at, mount.file_system, ""};
  if (const auto drives = drives_of(mount.device, sys); !drives.empty()) {
    const std::string vendor = line_of(drives.front() / "device/vendor"),
                      model = line_of(drives.front() / "device/model");
    drive.maker = vendor + (vendor.empty() || model.empty() ? "" : " ") + model;
  }
  return drive;
}

}  // namespace

Result<Drive> drive_of(const std::filesystem::path& folder, const DriveFiles& files) {
  std::error_code trouble;
  const auto path = std::filesystem::canonical(folder, trouble);
  if (trouble || !std::filesystem::is_directory(path, trouble))
    return Error{Code::not_found, "There is no folder " + folder.string() + "."};
  KIOSK_TRY(text, read_file(files.mounts, kMaxMounts));
  const auto mounts = parse_mounts(text);
  auto mount = mount_of(path, mounts);
  return mount ? drive_at(*mount, mounts, files.sys) : Drive{};
}

std::vector<Drive> removable_drives(const DriveFiles& files) {
  std::vector<Drive> drives;
  auto text = read_file(files.mounts, kMaxMounts);
  if (!text.ok()) return drives;
  const auto mounts = parse_mounts(*text);
  for (const Mount& mount : mounts)
    if (Drive drive = drive_at(mount, mounts, files.sys); drive.kind == DriveKind::removable)
      drives.push_back(std::move(drive));
  return drives;
}

std::string in_words(const Drive& drive) {
  std::string words;
  switch (drive.kind) {
    case DriveKind::removable: words = "a removable drive"; break;
    case DriveKind::network: words = "a folder on the network"; break;
    case DriveKind::memory: words = "the memory of this computer"; break;
    case DriveKind::computer: words = "a disk of this computer"; break;
  }
  std::string details =
      drive.maker + (drive.maker.empty() || drive.file_system.empty() ? "" : ", ") + drive.file_system;
  if (!details.empty()) words += " (" + details + ")";
  return drive.mounted_at.empty() ? words : words + ", mounted at " + drive.mounted_at.string();
}

}  // namespace kiosk::os

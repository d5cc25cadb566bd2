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

// The folder of the whole drive, of which the device may be a part; none: not a drive.
std::optional<std::filesystem::path> drive_folder(const std::string& device, const std::filesystem::path& sys) {
  std::error_code trouble;
  auto folder = std::filesystem::canonical(sys / "dev/block" / device, trouble);
  if (trouble) return std::nullopt;
  if (std::filesystem::exists(folder / "partition", trouble)) folder = folder.parent_path();
  return folder;
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
  auto drive = drive_folder(mount.device, sys);
  auto root = mount_of("/", mounts);
  if (!drive || (root && drive_folder(root->device, sys) == drive)) return DriveKind::computer;
  const std::string path = drive->generic_string();
  const bool by_cable = path.find("/usb") != std::string::npos || path.find("/mmc_host") != std::string::npos;
  return by_cable || line_of(*drive / "removable") == "1" ? DriveKind::removable : DriveKind::computer;
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
  if (!mount) return Drive{};
  Drive drive{kind_of(*mount, mounts, files.sys), mount->at, mount->file_system, ""};
  if (auto whole = drive_folder(mount->device, files.sys)) {
    const std::string vendor = line_of(*whole / "device/vendor"), model = line_of(*whole / "device/model");
    drive.maker = vendor + (vendor.empty() || model.empty() ? "" : " ") + model;
  }
  return drive;
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

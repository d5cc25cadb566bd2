// Which drive a folder lies on, asked of the kernel: so that what is meant for a stick does not quietly land on the
// disk of the computer. `sys` and `mounts` are others in tests.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "kiosk/base/result.h"

namespace kiosk::os {

enum class DriveKind {
  removable,  // a stick, a card, a disk on USB
  network,
  memory,    // gone when the machine is switched off
  computer,  // a disk of this computer: that of the system, or another that is built in
};

struct Drive {
  DriveKind kind = DriveKind::computer;
  std::filesystem::path mounted_at;
  std::string file_system;  // "vfat"
  std::string maker;        // "SanDisk Cruzer"; "": not known
};

struct DriveFiles {
  std::filesystem::path sys = "/sys", mounts = "/proc/self/mountinfo";
};

// Error: Code::not_found where `folder` is none, io.
Result<Drive> drive_of(const std::filesystem::path& folder, const DriveFiles& files = {});

// What is plugged in and mounted now.
std::vector<Drive> removable_drives(const DriveFiles& files = {});

// "a removable drive (SanDisk Cruzer, vfat), mounted at /media/STICK"
std::string in_words(const Drive& drive);

}  // namespace kiosk::os

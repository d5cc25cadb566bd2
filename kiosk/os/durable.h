// Changes that survive a power cut: when a call returns success, its result is on the medium, and a cut at any moment
// leaves either the old state or the new one. File contents are synced before the name points at them, and the folder
// that holds the name is synced afterwards; ext4's own habits (auto_da_alloc) are not relied upon.
#pragma once

#include <filesystem>
#include <string_view>

#include "kiosk/base/result.h"

namespace kiosk::os {

// Puts a file of these bytes at `path`, replacing what was there. Writes `path`.new first; a leftover of that name
// from an earlier cut is overwritten.
Status write_durably(const std::filesystem::path& path, std::string_view bytes, unsigned mode = 0644);

// Copies a plain file, mode included, making the folder of `to` where it is missing.
Status copy_durably(const std::filesystem::path& from, const std::filesystem::path& to);

// Renames, replacing what was there. The contents of `from` must have been synced already. Both folders are synced.
Status rename_durably(const std::filesystem::path& from, const std::filesystem::path& to);

// Makes `link` a symbolic link to `target`, replacing a link that was there.
Status link_durably(const std::filesystem::path& target, const std::filesystem::path& link);

// Success also when there is none.
Status remove_durably(const std::filesystem::path& path);

// Makes the folder and its missing parents, and syncs each parent that changed. Success also when it is there.
Status make_folder_durably(const std::filesystem::path& folder, unsigned mode = 0755);

Status sync_folder(const std::filesystem::path& folder);

// Everything written so far to the file system that holds `path` is on the medium on return: one wait for many files.
Status sync_file_system(const std::filesystem::path& path);

}  // namespace kiosk::os

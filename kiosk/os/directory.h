// Folders: what is in them, what room there is, taking one away whole.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "kiosk/base/result.h"

namespace kiosk::os {

// Names in a folder, sorted by byte, without "." and "..". A folder that is not there has none.
Result<std::vector<std::string>> list_folder(const std::filesystem::path& folder);

// Bytes that a program without special rights can still write where `path` is.
Result<uint64_t> free_bytes(const std::filesystem::path& path);

Result<bool> is_read_only(const std::filesystem::path& path);

// Removes a folder with all it holds, or one file. Success also when it is not there. Links are not followed.
Status remove_tree(const std::filesystem::path& path);

}  // namespace kiosk::os

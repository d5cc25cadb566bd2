// The SHA-256 of a file's bytes, read piece by piece.
#pragma once

#include <filesystem>

#include "kiosk/crypto/sha256.h"

namespace kiosk::crypto {

// What was just written is asked of the medium where the system allows that, not of memory.
// Error: as os::File::open_to_read and read.
Result<Sha256Digest> sha256_of_file(const std::filesystem::path& path);

}  // namespace kiosk::crypto

// Pictures and recordings beside a catalog: files named by the SHA-256 of their bytes, objects/ab/ab12...
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/crypto/sha256.h"

namespace kiosk::catalog {

std::filesystem::path object_path(const std::filesystem::path& catalog, const crypto::Sha256Digest& digest);

// Writes it, unless it is there. Not durable.
Status write_object(const std::filesystem::path& catalog, const crypto::Sha256Digest& digest,
                    std::span<const uint8_t> bytes);

// Error: Code::not_found; damaged when it has not exactly these bytes.
Result<std::vector<uint8_t>> read_object(const std::filesystem::path& catalog, const crypto::Sha256Digest& digest,
                                         int64_t size);

}  // namespace kiosk::catalog

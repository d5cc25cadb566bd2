// zstd, whole files: compressed catalogs, and deltas (what `zstd --patch-from` makes) against an older file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>

#include "kiosk/base/result.h"

namespace kiosk::update {

// Base and result of a delta must fit the 128 MiB window that a kiosk is willing to hold.
inline constexpr uint64_t kMaxDeltaBytes = 120u << 20;

// Writes `to` from the compressed `from`. `base` is the older file of a delta, empty otherwise. Stops above `length`
// bytes, so that a few bytes cannot fill the disk. The result is synced, and not yet judged: its hash decides.
// Error: Code::damaged for what is not zstd, does not fit `base` or has another length; no_space; io.
Status decompress(const std::filesystem::path& from, std::string_view base, const std::filesystem::path& to,
                  uint64_t length);

// The reverse, for those who publish. The same input gives the same bytes. Error: no_space, io; unsupported for a delta
// above kMaxDeltaBytes.
Status compress(const std::filesystem::path& from, std::string_view base, const std::filesystem::path& to);

}  // namespace kiosk::update

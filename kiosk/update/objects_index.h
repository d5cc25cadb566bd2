// The list of media of a release: content/objects.json in a repository, objects.json beside an installed release.
//   {"objects": [{"length": 81920, "sha256": "ab..."}]}
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/crypto/sha256.h"

namespace kiosk::update {

struct ObjectEntry {
  crypto::Sha256Digest digest;
  uint64_t length = 0;
};

inline constexpr size_t kMaxIndexBytes = 16u << 20;

// Error: Code::invalid for another form, a digest that stands twice, or lengths beyond 4 GiB (FAT32 ends there).
Result<std::vector<ObjectEntry>> parse_objects_index(std::string_view text);

// Sorted by digest, so that the same media give the same bytes.
std::string write_objects_index(std::vector<ObjectEntry> entries);

}  // namespace kiosk::update

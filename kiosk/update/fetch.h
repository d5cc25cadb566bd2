// Fetches one file of known length and hash into the staging folder, hashing as it comes, and goes on with what an
// earlier try left there. Only the copy on the own disk is ever used: a hostile stick may answer differently later.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "kiosk/base/result.h"
#include "kiosk/crypto/sha256.h"
#include "kiosk/update/source.h"

namespace kiosk::update {

struct Wanted {
  std::string path;  // in the repository
  crypto::Sha256Digest digest;
  uint64_t length = 0;
};

// Called with the bytes that arrived since the last call.
using OnBytes = std::function<void(uint64_t)>;

// Returns the file's path: HASH.part in `staging`, whole and right, not yet synced.
// A part that turns out wrong is deleted, and one wrong from an earlier try is fetched once more from its start.
// Error: Code::damaged when the source's bytes are wrong; the source's own; no_space; io.
Result<std::filesystem::path> fetch(Source& source, const Wanted& wanted, const std::filesystem::path& staging,
                                    const OnBytes& on_bytes);

}  // namespace kiosk::update

// Brings a catalog into a repository: its files, deltas from the last releases, and the drafts that list them.
#pragma once

#include <filesystem>
#include <functional>

#include "kiosk/base/instant.h"
#include "kiosk/base/result.h"
#include "kiosk/publish/repository/contact_changes.h"
#include "kiosk/publish/repository/repository.h"

namespace kiosk::publish {

// How many earlier releases get a delta to the new one.
inline constexpr int kDeltas = 3;

struct ReleaseDraft {
  ContactChanges contacts;
  bool contacts_changed = false;
  bool content_changed = false;
  uint64_t full_bytes = 0;            // of the compressed content.db
  std::vector<uint64_t> delta_bytes;  // of each delta that was made
  size_t objects_added = 0;
};

// What happens now, for a person: "Packing the content".
using Step = std::function<void(const std::string&)>;

// Files are named by their hashes, so putting them there early harms nobody; no kiosk learns of them before the draft
// is published. Where nothing changed there is no draft. Error: Code::damaged or unsupported when `catalog` is not one;
// the repository's own; no_space, io.
Result<ReleaseDraft> draft_release(const Repository& repository, const std::filesystem::path& catalog, Instant now,
                                   const Step& step);

}  // namespace kiosk::publish

// The names inside a repository of ours, as those who publish and those who update both know them. REPOSITORY.md
// describes them.
#pragma once

#include <string>

#include "kiosk/crypto/spread_name.h"

namespace kiosk::update {

inline constexpr const char* kContactsTarget = "contacts/contacts.db";
inline constexpr const char* kContentTarget = "content/content.db.zst";
inline constexpr const char* kObjectsTarget = "content/objects.json";

// The folder on a stick that holds a repository.
inline constexpr const char* kStickFolder = "kiosk-repository";

// The target that leads from one content.db to another.
inline std::string delta_target(const crypto::Sha256Digest& from, const crypto::Sha256Digest& to) {
  return "delta/" + from.hex().substr(0, 16) + "-" + to.hex().substr(0, 16) + ".zst";
}

// Where a target's file lies: the digest stands before its name (consistent snapshots).
inline std::string target_path(const std::string& target, const crypto::Sha256Digest& digest) {
  const size_t name = target.rfind('/') + 1;
  return "targets/" + target.substr(0, name) + digest.hex() + "." + target.substr(name);
}

inline std::string object_path(const crypto::Sha256Digest& digest) { return "objects/" + crypto::spread_name(digest); }

}  // namespace kiosk::update

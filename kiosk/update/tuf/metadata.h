// TUF metadata (specification 1.0, section 4) as plain values. Reading them is parse.h, writing them write.h, judging
// signatures verify.h. Unknown fields are not kept here; signatures cover them through Signed::canonical.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/base/instant.h"
#include "kiosk/crypto/public_key.h"

namespace kiosk::update::tuf {

// Hexadecimal digests by algorithm name ("sha256", "sha512", or one we do not know).
using Hashes = std::map<std::string, std::string>;

struct Key {
  std::string type;                         // ed25519, rsa, ecdsa
  std::string scheme;                       // ed25519, rsassa-pss-sha256, ecdsa-sha2-nistp256
  std::string text;                         // keyval.public
  std::optional<crypto::PublicKey> usable;  // none: of a kind we do not know, or unreadable; it then verifies nothing
};

// By key id. The id is a name and nothing more (TAP 12): two ids may name one key.
using Keys = std::map<std::string, Key>;

struct Role {
  std::vector<std::string> key_ids;  // each once
  int64_t threshold = 1;             // at least 1
};

struct Signature {
  std::string key_id;
  std::string bytes;
};

struct Header {
  int64_t version = 1;
  Instant expires;
  // When the signers made it: a field of ours, absent in repositories made with other tools. It feeds the time floor.
  std::optional<Instant> created;
};

struct Root : Header {
  static constexpr const char* kType = "root";
  Keys keys;
  Role root, timestamp, snapshot, targets;
  bool consistent_snapshot = false;
};

// What one metadata file says of another.
struct FileMeta {
  int64_t version = 1;
  std::optional<int64_t> length;
  Hashes hashes;  // may be empty
};

struct Timestamp : Header {
  static constexpr const char* kType = "timestamp";
  FileMeta snapshot;
};

struct Snapshot : Header {
  static constexpr const char* kType = "snapshot";
  std::map<std::string, FileMeta> meta;  // by file name: "targets.json", "contacts.json"
};

struct TargetFile {
  int64_t length = 0;
  Hashes hashes;       // never empty
  std::string custom;  // canonical JSON of the "custom" object, or empty
};

struct Delegation {
  std::string name;
  Role role;
  bool terminating = false;
  std::vector<std::string> paths;  // shell patterns; `*` does not match `/`
};

struct Targets : Header {
  static constexpr const char* kType = "targets";
  std::map<std::string, TargetFile> targets;
  Keys keys;  // of the delegated roles
  std::vector<Delegation> delegations;
};

// A metadata file that was read and not yet believed.
template <class T>
struct Signed {
  T body;
  std::string canonical;  // of the "signed" member as it was received, unknown fields included
  std::vector<Signature> signatures;
};

}  // namespace kiosk::update::tuf

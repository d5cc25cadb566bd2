// What signatures say of a release, and how that is kept beside it: releases/N/proof.json holds the metadata by which
// it was installed, byte for byte. At each start a kiosk goes the way from its trusted root to the hashes again,
// through the same client that let the release in. Only the dates are left out: what has expired is not installed any
// more, but it is shown.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "kiosk/base/instant.h"
#include "kiosk/base/result.h"
#include "kiosk/update/fetch.h"
#include "kiosk/update/store.h"
#include "kiosk/update/trusted_roots.h"
#include "kiosk/update/tuf/client.h"

namespace kiosk::update {

// One edition, as it was signed.
struct Proven {
  int64_t version = 0;             // of the snapshot
  std::optional<Instant> created;  // of the snapshot
  Instant expires{};               // when the first of its signatures lapses
  Wanted contacts;                 // contacts.db
  Wanted packed_content;           // content.db, packed
  crypto::Sha256Digest content;    // content.db
  uint64_t content_length = 0;
  Wanted objects;    // objects.json
  int64_t root = 0;  // version of the newest root when it was installed, as noted; 0: not noted

  bool same_content(const Proven& other) const {
    return contacts.digest == other.contacts.digest && content == other.content &&
           objects.digest == other.objects.digest;
  }
  // Digits that stand for this content and no other.
  std::string identity() const;
};

// What a client that has refreshed says. Error: of find_target, or what the targets lack.
Result<Proven> edition_of(tuf::Client& client);
Result<Wanted> find_wanted(tuf::Client& client, const std::string& target);

// Metadata files by name: "timestamp.json", "contacts.json"; earlier roots as "2.root.json"; a copy of owner.json where
// there is one (owner_change.h), on which nothing rests.
using Proof = std::map<std::string, std::string>;

inline constexpr const char* kOwnerInProof = "owner.json";
inline std::string root_in_proof(int64_t version) { return std::to_string(version) + ".root.json"; }

// Error: Code::not_found, io, damaged.
Result<Proof> read_proof(const std::filesystem::path& release);
// What the trusted metadata in the store says now, with all roots after the first.
Proof proof_from_trust(const Store& store, const TrustedRoots& roots);
std::string write_proof(const Proof& proof);

// Follows the signatures, from the newest root or else from an older one of the chain: a root that replaced keys must
// not take away what is shown before the edition comes that the new keys signed. Error: of the newest root.
Result<Proven> prove(const TrustedRoots& roots, const Proof& proof);

}  // namespace kiosk::update

// Where a kiosk keeps its content, and which file says what. STORE.md describes it. Paths and small records only;
// who changes them is updater.h and rollback.h, who only reads is shown_release.h.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/base/instant.h"
#include "kiosk/base/result.h"
#include "kiosk/crypto/sha256.h"
#include "kiosk/update/tuf/metadata.h"

namespace kiosk::update {

struct Store {
  std::filesystem::path folder;

  std::filesystem::path trust() const { return folder / "trust"; }
  std::filesystem::path metadata() const { return trust() / "metadata"; }
  std::filesystem::path time_floor() const { return trust() / "time_floor.json"; }
  std::filesystem::path bad_releases() const { return folder / "bad.json"; }
  std::filesystem::path taken_back() const { return folder / "taken_back.json"; }
  std::filesystem::path objects() const { return folder / "objects"; }
  std::filesystem::path object(const crypto::Sha256Digest& digest) const;
  std::filesystem::path releases() const { return folder / "releases"; }
  std::filesystem::path release(int64_t version) const { return releases() / std::to_string(version); }
  std::filesystem::path staging() const { return folder / "staging"; }
  std::filesystem::path current() const { return folder / "current"; }
  std::filesystem::path identity() const { return folder / "identity"; }
  std::filesystem::path lock() const { return folder / "lock"; }
  std::filesystem::path status() const { return folder / "status"; }
  std::filesystem::path outcome() const { return status() / "outcome.json"; }
  std::filesystem::path consent() const { return status() / "consent.json"; }
  std::filesystem::path progress() const { return status() / "progress.json"; }
};

// release.json of an installed release.
struct Release {
  int64_t version = 0;             // of the snapshot that it was installed from
  std::optional<Instant> created;  // of that snapshot
  Instant expires{};               // when the first of its signatures lapses
  crypto::Sha256Digest contacts;   // of contacts.db
  crypto::Sha256Digest content;    // of content.db
  crypto::Sha256Digest objects;    // of objects.json
  int64_t replaces = 0;            // the release to go back to; 0: none

  bool same_content(const Release& other) const {
    return contacts == other.contacts && content == other.content && objects == other.objects;
  }
};

std::string write_release(const Release& release);
// Error: Code::not_found, io, damaged.
Result<Release> read_release(const std::filesystem::path& folder);

// The version that `current` points at. Nothing if there is none, or if the link is not of our form.
std::optional<int64_t> current_version(const Store& store);

// Versions that were tried here and did not work.
Result<std::vector<int64_t>> read_bad_releases(const Store& store);
Status add_bad_release(const Store& store, int64_t version);

// Makes the folders of a store that are missing.
Status prepare_store(const Store& store);

}  // namespace kiosk::update

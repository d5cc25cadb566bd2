// Where a kiosk keeps its content, and which file says what. STORE.md describes it. Paths and small records only;
// who changes them is updater.h and rollback.h, who only reads is shown_release.h.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/crypto/sha256.h"
#include "kiosk/update/tuf/metadata.h"

namespace kiosk::update {

struct Store {
  std::filesystem::path folder;

  std::filesystem::path trust() const { return folder / "trust"; }
  std::filesystem::path metadata() const { return trust() / "metadata"; }
  std::filesystem::path roots() const { return trust() / "roots"; }
  std::filesystem::path root(int64_t version) const { return roots() / (std::to_string(version) + ".root.json"); }
  std::filesystem::path owner() const { return trust() / "owner.json"; }
  std::filesystem::path bad_releases() const { return folder / "bad.json"; }
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
  std::filesystem::path offer() const { return status() / "offered_root.json"; }
  std::filesystem::path progress() const { return status() / "progress.json"; }
};

// The number of the release that `current` points at. Nothing if there is none, or if the link is not of our form.
std::optional<int64_t> current_release(const Store& store);

// Of all folders that are named as a release, ascending. One that the updater was still making is none.
std::vector<int64_t> release_numbers(const Store& store);

// A release that was tried here and did not work, or that staff took back.
struct BadRelease {
  int64_t number = 0;
  int64_t version = 0;   // of its edition; 0: not known any more
  std::string identity;  // Proven::identity() of its edition
  bool by_staff = false;

  bool operator==(const BadRelease&) const = default;
};

// A list that cannot be read counts as empty: what stood there is tried once more and fails once more.
std::vector<BadRelease> read_bad_releases(const Store& store);
Status add_bad_release(const Store& store, const BadRelease& release);

// Makes the folders of a store that are missing.
Status prepare_store(const Store& store);

}  // namespace kiosk::update

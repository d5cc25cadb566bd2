// The publisher's side of a repository (kiosk/update/REPOSITORY.md): read it, prepare a change as a draft, collect the
// signatures it needs, and put it in place in an order that no reader can be hurt by.
// A change is a draft until enough people have signed it: files in REPOSITORY/draft, which no kiosk looks at.
// One process at a time; one thread.
#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/base/instant.h"
#include "kiosk/base/result.h"
#include "kiosk/publish/repository/key_file.h"
#include "kiosk/update/tuf/metadata.h"

namespace kiosk::publish {

// How long signatures last. Long: an office may see a stick once a year.
inline constexpr std::chrono::days kRootLife{5 * 365};
inline constexpr std::chrono::days kTargetsLife{2 * 365};
inline constexpr std::chrono::days kOnlineLife{365};

struct Repository {
  std::filesystem::path folder;

  std::filesystem::path metadata() const { return folder / "metadata"; }
  std::filesystem::path draft() const { return folder / "draft"; }
  // Who signed what (signing_record.h): of the draft, and of each release.
  std::filesystem::path draft_record() const { return draft() / "record.json"; }
  std::filesystem::path record_of(int64_t version) const {
    return folder / "record" / (std::to_string(version) + ".json");
  }
  // From where kiosks fetch it, if its publisher said so.
  std::filesystem::path address() const { return folder / "record" / "address"; }
};

// The newest metadata of each role, as a kiosk that trusts 1.root.json would accept it, whatever its dates.
struct State {
  update::tuf::Root root;
  update::tuf::Targets targets;
  std::optional<update::tuf::Targets> contacts, content;  // none before the first release
  update::tuf::Snapshot snapshot;
  update::tuf::Timestamp timestamp;
};

// Error: Code::not_found when there is no repository; others when it would not be accepted.
Result<State> load_state(const Repository& repository);

// One metadata file that is waiting for signatures.
struct DraftFile {
  std::string role;  // root, targets, contacts, content
  int64_t version = 1;
  std::string text;

  std::string name() const { return std::to_string(version) + "." + role + ".json"; }
};

Result<std::vector<DraftFile>> load_draft(const Repository& repository);
// Replaces the draft that was there.
Status save_draft(const Repository& repository, const std::vector<DraftFile>& files);
Status remove_draft(const Repository& repository);

// Which signatures one file still needs.
struct Missing {
  std::string file;
  int have = 0;
  int64_t needed = 0;
};

// Signs what `keys` may sign in the draft and, when every file has its threshold, publishes it: the drafts, then a new
// snapshot, then, as the commit point, a new timestamp. Both of the last need the publisher's key among `keys`.
// What is returned is missing; nothing missing means it is published. The signatures made are kept in either case.
// Error: Code::refused when all is signed but the publisher's key is not at hand.
Result<std::vector<Missing>> complete_draft(const Repository& repository, const std::vector<SigningKey>& keys,
                                            Instant now);

}  // namespace kiosk::publish

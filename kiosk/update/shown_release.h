// The kiosk's side of a store: which release to show now, and how a new one proves itself. Only reads the store; the
// two notes it writes go into a folder of its own ("health"), for the updater to read.
// A new release is pending until the kiosk has drawn the contacts page from it and answered a search. Three starts
// without that, and the one before is shown again; the updater then takes it back for good.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

#include "kiosk/base/result.h"
#include "kiosk/update/store.h"

namespace kiosk::update {

inline constexpr int kMaxUnprovenStarts = 3;

struct Health {
  int starts = 0;
  bool confirmed = false;
};

struct ShownRelease {
  std::filesystem::path folder;  // resolved: it stays this release when `current` moves on
  int64_t version = 0;           // 0: the release that came with the program
  bool pending = false;          // note_start() before drawing, confirm() once it has proven itself
  int64_t current = 0;           // what `current` pointed at when this was chosen; 0: nothing
};

// Nothing known counts as no starts and not confirmed.
Health read_health(const std::filesystem::path& health, int64_t version);

// To be called at the start and between two visitors: hashes both databases against release.json, so it takes a moment
// (0.1 s for 30 MB). The current release, unless it is unproven three times over or damaged; then the one before; then
// `built_in`, the read-only release of the program, whose folder is taken as it is.
// Error: Code::not_found when none of them is there.
Result<ShownRelease> choose_release(const Store& store, const std::filesystem::path& health,
                                    const std::filesystem::path& built_in);

// Cheap, for asking often: whether another release has become current since `shown` was chosen.
bool has_moved_on(const Store& store, const ShownRelease& shown);

// Counts one start of a pending release. To be called before anything of it is drawn.
Status note_start(const std::filesystem::path& health, int64_t version);
// Also forgets what was noted of releases that nobody will go back to.
Status confirm(const std::filesystem::path& health, int64_t version);

}  // namespace kiosk::update

// The kiosk's side of a store: which release to show now, and how a new one proves itself. Only reads the store; the
// two notes it writes go into a folder of its own ("health"), for the updater to read.
// A new release is pending until the kiosk has drawn the contacts page from it and answered a search. Three starts
// without that, and the one before is shown again; the updater then takes it back for good.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>
#include <string>

#include "kiosk/base/result.h"
#include "kiosk/update/store.h"

namespace kiosk::update {

inline constexpr int kMaxUnprovenStarts = 3;

struct Health {
  int starts = 0;
  bool confirmed = false;
};

// Where a kiosk finds what it may show.
struct Shelves {
  Store store;
  std::filesystem::path health;
  std::filesystem::path built_in;  // the read-only release of the program; empty: none
  std::string first_root;          // the bytes of the root metadata that came with the program
};

struct ShownRelease {
  std::filesystem::path folder;    // resolved: it stays this release when `current` moves on
  std::filesystem::path contacts;  // contacts.db, of the same release or of another with the newest numbers
  int64_t number = 0;              // 0: the release that came with the program
  bool pending = false;            // note_start() before drawing, confirm() once it has proven itself
  std::string seen;                // how the store was when this was chosen, for has_moved_on()
};

// Nothing known counts as no starts and not confirmed.
Health read_health(const std::filesystem::path& health, int64_t number);

// To be called at the start and between two visitors: follows the signatures to the hashes of both databases and hashes
// these, so it takes a moment (0.1 s for 30 MB). The content is that of the current release, unless it is unproven
// three times over, damaged or `passed_over` (folders that did not open); then of the one before; then `built_in`. The
// contacts are the newest that this kiosk ever had, from wherever a whole copy of them is, never older ones: a number
// that was withdrawn does not come back. Error: Code::not_found when there is no such pair. The emergency numbers of
// the settings are to be shown then.
Result<ShownRelease> choose_release(const Shelves& shelves, const std::set<std::filesystem::path>& passed_over = {});

// Cheap, for asking often: whether another release has become current since `shown` was chosen, or this one was mended.
bool has_moved_on(const Store& store, const ShownRelease& shown);

// Counts one start of a pending release. To be called before anything of it is drawn.
Status note_start(const std::filesystem::path& health, int64_t number);
// Also forgets what was noted of releases that nobody will go back to.
Status confirm(const std::filesystem::path& health, int64_t number);

}  // namespace kiosk::update

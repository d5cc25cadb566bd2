// How far a running update is: STORE/status/progress.json, written by `kioskctl update` while it works, read by the
// screen, which shows a strip by it. Nothing rests on it: it is replaced whole, never synced, and taken away at the
// end.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

#include "kiosk/base/result.h"
#include "kiosk/update/outcome.h"
#include "kiosk/update/store.h"

namespace kiosk::update {

enum class Step {
  asking,      // what is there: small signed files
  fetching,    // the only step with a figure
  installing,  // unpacking, hashing and opening it once more
};

struct Progress {
  Step step = Step::asking;
  uint64_t done_bytes = 0;
  uint64_t total_bytes = 0;  // 0: not known yet
  Origin origin = Origin::stick;
};

// `now` is os::uptime(): it goes on whatever the clock says.
Status write_progress(const Store& store, const Progress& progress, std::chrono::seconds now);
// Nothing while no update runs; nor from an updater that said nothing for three minutes, because it died.
std::optional<Progress> read_progress(const Store& store, std::chrono::seconds now);
void remove_progress(const Store& store);

}  // namespace kiosk::update

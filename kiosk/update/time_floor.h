// What time it is for a machine whose clock nobody vouches for. The floor is the latest time proven by signed metadata
// or by the build; it never rises by the clock, or a clock set to 2099 once would lock updates out for ever.
#pragma once

#include <filesystem>
#include <optional>

#include "kiosk/base/instant.h"
#include "kiosk/base/result.h"
#include "kiosk/os/clock.h"
#include "kiosk/update/tuf/client.h"

namespace kiosk::update {

struct TimeFloor {
  Instant build{};                 // when this program was built
  std::optional<Instant> offline;  // signed by keys of root or targets
  std::optional<Instant> online;   // signed by any other key; forgotten when those are replaced

  Instant value() const;
};

// The clock's time if it is synchronised and lies between the floor and ten years later, else the floor.
Instant time_for_checks(const TimeFloor& floor, const os::Clock& clock);

// Whether time_for_checks had to do without the clock, for staff to see.
bool clock_is_doubtful(const TimeFloor& floor, const os::Clock& clock);

// Raises the floor by what a client verified. Keys that were replaced lose what they had proven: a stolen one may have
// signed a time far ahead.
void raise(TimeFloor& floor, const tuf::Client& client);

// The floor kept in a file. One that is missing or unreadable counts as not yet risen.
TimeFloor load_time_floor(const std::filesystem::path& file, Instant build);
Status save_time_floor(const std::filesystem::path& file, const TimeFloor& floor);

}  // namespace kiosk::update

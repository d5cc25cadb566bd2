// What time it is for a machine whose clock nobody vouches for. The floor is the latest time proven by the build or by
// the metadata that this kiosk trusts; it never rises by the clock, or a clock set to 2099 once would lock updates out
// for ever.
// It is read from the metadata each time and kept nowhere: what was replaced (by an edition, or by a root that takes a
// key away) proves nothing any more, whenever the power was cut. And a time counts only while all who signed the
// edition meant it to be valid: one key that says 2099 beside others that end in 2027 says nothing.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "kiosk/base/instant.h"
#include "kiosk/base/result.h"
#include "kiosk/os/clock.h"
#include "kiosk/update/store.h"
#include "kiosk/update/tuf/metadata.h"

namespace kiosk::update {

struct TimeFloor {
  Instant build{};                   // when this program was built
  std::optional<Instant> signed_at;  // by whom this kiosk trusts

  Instant value() const;
};

// `first_root`: the bytes of the root metadata that came with the program. What is missing or damaged proves nothing.
TimeFloor load_time_floor(const Store& store, const std::string& first_root, Instant build);

// The clock's time if it is synchronised and lies between the floor and ten years later, else the floor.
Instant time_for_checks(const TimeFloor& floor, const os::Clock& clock);

// Whether time_for_checks had to do without the clock, for staff to see.
bool clock_is_doubtful(const TimeFloor& floor, const os::Clock& clock);

}  // namespace kiosk::update

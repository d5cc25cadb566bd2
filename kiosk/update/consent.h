// Staff's word that content past its date may be taken, given at the screen after such content was refused:
// STORE/status/consent.json. It is nobody's right but by the settings of the kiosk ([staff] may_accept_expired), which
// the callers ask. It holds for a quarter of an hour of this switching-on of the machine, and for one update.
#pragma once

#include <chrono>
#include <string>

#include "kiosk/base/result.h"
#include "kiosk/update/store.h"

namespace kiosk::update {

// Which switching-on of the machine (os::boot_id), and how long it has been on: both go on whatever the clock says.
struct MachineTime {
  std::string boot;
  std::chrono::seconds uptime;
};

inline constexpr std::chrono::minutes kConsentHolds{15};

// Error: Code::refused unless the last update ended with Outcome::expired, or where the machine does not say which
// switching-on this is; io, no_space.
Status give_consent(const Store& store, const MachineTime& now);
bool has_consent(const Store& store, const MachineTime& now);
void withdraw_consent(const Store& store);

}  // namespace kiosk::update

// What the staff's screen says of the machine, read from the store at the moment it is looked at.
#pragma once

#include "kiosk/config/config.h"
#include "kiosk/os/clock.h"
#include "kiosk/screens/staff.h"
#include "kiosk/update/store.h"

namespace kiosk::app {

// `first_root` is the file of the root metadata that came with the program. `published` is the date of the catalog that
// is shown: the clock is not believed below it. `uptime` is the machine's. `notes` is a folder of the screen's own on
// the same disk: the sandbox lets it read the store alone.
screens::StaffFacts staff_facts(const update::Store& store, const std::filesystem::path& first_root,
                                const std::filesystem::path& notes, const config::Config& config,
                                const os::Clock& clock, Date published, std::chrono::seconds uptime);

}  // namespace kiosk::app

// Gathers the report on the kiosk that this runs on. Reads only; what cannot be read is left out of the report.
#pragma once

#include <filesystem>
#include <string>

#include "kiosk/base/instant.h"
#include "kiosk/fleet/health_report.h"
#include "kiosk/os/clock.h"
#include "kiosk/update/store.h"

namespace kiosk::fleet {

struct Sources {
  update::Store store;
  std::string first_root;        // the bytes of the root metadata that came with the program
  std::filesystem::path health;  // of kiosk/update/shown_release.h; also screen_note.h
  std::string name, place;       // of the configuration
  std::string program;           // version of the programs
  Instant build{};               // when they were built
  std::filesystem::path sys = "/sys";
};

HealthReport collect(const Sources& sources, const os::Clock& clock);

}  // namespace kiosk::fleet

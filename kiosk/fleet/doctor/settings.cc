#include "kiosk/fleet/doctor/settings.h"

#include <cmath>

#include "kiosk/config/config.h"

namespace kiosk::fleet {

Findings examine_settings(const std::filesystem::path& path, const std::filesystem::path& settings) {
  Findings all;
  const config::Reading reading = config::read_config(path, settings);
  for (const Error& problem : reading.problems) {
    all.push_back({"settings", Verdict::error, problem.message,
                   "Until then this file counts for nothing. After the change: systemctl restart kiosk"});
  }
  if (reading.problems.empty()) all.push_back(well("settings", "All settings can be read."));
  const config::Config& config = reading.config;
  if (config.name.empty()) {
    all.push_back({"settings", Verdict::warning, "This kiosk has no name.",
                   "Set name under [kiosk] in " + path.string() + ": its reports are told apart by it."});
  }
  if (config.emergency_numbers.empty()) {
    all.push_back(
        {"settings", Verdict::warning, "No emergency numbers are set for when no content can be opened.",
         "Set emergency_numbers under [kiosk], each dialled from this place first. Until then that page says to "
         "ask staff."});
  }
  if (config.width_mm <= 0) {
    all.push_back({"settings", Verdict::warning, "The picture's size is what the monitor says of itself.",
                   "Measure the picture and set width_mm under [panel]: some monitors say it wrongly, and every target "
                   "on the screen is sized by it."});
  }
  // Controls are anywhere on the picture; reach mode brings them down to 1100 mm on request (R38, R39).
  constexpr float kLowest = 380, kHighest = 1220;
  const float bottom = config.bottom_edge_mm, top = bottom + config.height_mm;
  if (bottom > 0 && (bottom < kLowest || top > kHighest)) {
    all.push_back(
        {"settings", Verdict::warning,
         "The picture hangs from " + std::to_string(std::lround(bottom)) + " to " + std::to_string(std::lround(top)) +
             " mm above the floor: from a wheelchair, 380 to 1220 mm can be reached.",
         "Hang the panel so that its picture lies within that, or tell visitors of \"Lower\" at its lower edge."});
  }
  return all;
}

}  // namespace kiosk::fleet

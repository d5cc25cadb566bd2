// The lamps behind the panels of this machine, as far as Linux can switch them (Documentation/ABI/stable/
// sysfs-class-backlight: bl_power). A monitor on HDMI or DisplayPort has none: its picture is merely black.
#pragma once

#include <filesystem>
#include <optional>

#include "kiosk/base/result.h"

namespace kiosk::os {

class Backlight {
 public:
  explicit Backlight(std::filesystem::path folder = "/sys/class/backlight") : folder_(std::move(folder)) {}
  // On: the next program must be seen.
  ~Backlight();
  Backlight(const Backlight&) = delete;
  Backlight& operator=(const Backlight&) = delete;

  // Writes only on a change, and always the first time, since the program before may have left it dark. Needs the right
  // to write bl_power. Error, only once: of the first lamp that could not be switched; the others are. If it were
  // returned at every change, a log would hold the times at which someone came in the dark (R66).
  Status set(bool on);

 private:
  std::filesystem::path folder_;
  std::optional<bool> on_;
  bool told_ = false;
};

}  // namespace kiosk::os

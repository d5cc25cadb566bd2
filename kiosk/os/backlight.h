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
  // On: whatever shows something next must be seen.
  ~Backlight();
  Backlight(const Backlight&) = delete;
  Backlight& operator=(const Backlight&) = delete;

  // Writes only when it is another than before; at first always, since whoever ran before may have left it dark. Needs
  // the right to write bl_power. Error, once: of the first lamp that could not be switched; the others are. Told again
  // at every change, a log would hold the times at which somebody came in the dark (R66).
  Status set(bool on);

 private:
  std::filesystem::path folder_;
  std::optional<bool> on_;
  bool told_ = false;
};

}  // namespace kiosk::os

// Whether the touch panel comes and goes, for the log. Nothing else depends on it: touches arrive from whatever panel
// there is.
#pragma once

#include <optional>
#include <string>

namespace kiosk {

class TouchLog {
 public:
  // What is new since the last time, in a sentence. `there`: os::has_touch_panel().
  std::optional<std::string> look(std::optional<bool> there);

 private:
  std::optional<bool> seen_;
};

}  // namespace kiosk

// /etc/kiosk/kiosk.toml: what an office sets. Every key is described in platform/packaging/kiosk.toml; a key that is not
// known is an error that names its line, so that a misspelt one never passes for set.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/screens/context.h"

namespace kiosk::app {

struct Config {
  // [kiosk]
  std::string name, place;
  std::optional<std::pair<double, double>> position;        // latitude, longitude in degrees
  std::vector<screens::EmergencyNumber> emergency_numbers;  // shown when no content can be opened

  // [panel]
  float width_mm = 0, height_mm = 0;  // 0: what the monitor says of itself
  float bottom_edge_mm = 0;           // of the picture above the floor; 0: not known

  // [session], seconds
  double idle_seconds = 90;

  // [update]
  std::string update_url;
};

// Error: Code::not_found; Code::invalid with file, line and remedy.
Result<Config> read_config(const std::filesystem::path& path);

// `name` stands in messages.
Result<Config> parse_config(std::string_view text, const std::string& name);

}  // namespace kiosk::app

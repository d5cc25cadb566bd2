// Opening hours as a hand can choose them on a screen: some days, all with the same hours. A value.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "kiosk/base/opening_hours.h"

namespace kiosk::config {

struct Week {
  bool always = true;
  std::array<bool, 7> open{true, true, true, true, true, false, false};  // from Monday on; unless always
  int opens = 8 * 60, closes = 17 * 60;                                  // minutes since midnight; opens < closes

  bool operator==(const Week&) const = default;

  bool any_day() const { return always || open != std::array<bool, 7>{}; }
  // Half an hour earlier or later, within the day and never past the other one.
  void move_opening(int steps);
  void move_closing(int steps);

  // As [hours] open says it: "Mo-Fr 08:00-17:00", or "" for always. REQUIRES: any_day()
  std::string written() const;

  // None: not as simple as this. No hours are "always".
  static std::optional<Week> of(const std::optional<OpeningHours>& hours);
};

}  // namespace kiosk::config

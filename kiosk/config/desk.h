// Whether there is a person to ask at this kiosk, where and when: section [desk] of kiosk.toml. A value. Nobody is the
// default: a page that sends someone to a desk that is not there is a dead end, one that shows a number instead is not.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "kiosk/base/language_tag.h"
#include "kiosk/base/opening_hours.h"

namespace kiosk::config {

// As a person sees it who faces the screen; each can be drawn as a picture.
enum class DeskDirection { unknown, left, right, ahead, behind, upstairs, downstairs };

struct Desk {
  bool present = false;
  DeskDirection direction = DeskDirection::unknown;
  std::map<LanguageTag, std::string> where;  // in words; a language may be missing
  std::optional<OpeningHours> open;          // none: as long as the office is open

  bool operator==(const Desk&) const = default;
};

}  // namespace kiosk::config

// What the first day's screen asked for, and how it is written for `kioskctl settings install`.
#pragma once

#include <optional>
#include <string>

#include "kiosk/base/language_tag.h"

namespace kiosk::config {

struct Answers {
  LanguageTag language = LanguageTag::of("en");
  int rotation = 0;  // degrees
  std::string name, place;
  std::optional<std::string> open;  // as [hours] open; none: it stays as it is
  std::string pin;                  // its hash
};

std::string to_toml(const Answers& answers);

}  // namespace kiosk::config

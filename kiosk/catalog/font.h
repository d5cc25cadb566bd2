// A font that a catalog needs.
#pragma once

#include <vector>

#include "kiosk/base/language_tag.h"
#include "kiosk/text/font_list.h"

namespace kiosk::catalog {

// Draws what the fonts of every kiosk (assets/fonts.conf) do not.
struct Font : text::FontEntry {
  std::vector<LanguageTag> languages;  // whose letters are drawn with it: they are not offered without it
};

}  // namespace kiosk::catalog

// A tile for each language, by its own name in its own script: ui::ChooseLanguage.
#pragma once

#include <string>
#include <vector>

#include "kiosk/catalog/catalog.h"
#include "kiosk/ui/layout.h"

namespace kiosk::screens {

struct LanguageChoice {
  catalog::Language language;
  std::string spoken = {};  // in that language, where it says more than the name
};

// All of these languages; the names as large as the place it is given allows, and all of one size. Breaks between rows.
ui::Box language_tiles(std::vector<LanguageChoice> all);

// As pages of six, one block a page, for a page whose style is Stand::fill. `head` stands above the tiles on each.
std::vector<ui::Box> language_pages(const std::vector<LanguageChoice>& all, const ui::Box* head = nullptr);

}  // namespace kiosk::screens

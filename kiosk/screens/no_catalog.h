// When nothing can be opened: the numbers that matter most, from the configuration, in large digits and with a
// pictogram. Never a black screen. Nobody can choose a language there, so what little is said stands there in all:
// those of the last content that could be read, else the program's own.
#pragma once

#include <string>
#include <vector>

#include "kiosk/catalog/catalog.h"
#include "kiosk/config/config.h"
#include "kiosk/ui/layout.h"

namespace kiosk::screens {

struct BareWords {
  LanguageTag language;
  std::string title, back_soon;
};

// The program's own: the starter content's translations, which a test compares.
std::vector<BareWords> bare_words();
// Those of a catalog, in its order; a language without them is left out.
std::vector<BareWords> bare_words(const catalog::Catalog& catalog);

void draw_no_catalog(ui::Frame& frame, const std::vector<config::EmergencyNumber>& numbers,
                     const std::vector<BareWords>& words, int page);

// Those numbers: on that page, and wherever contacts should stand and none can be read.
ui::Box emergency_numbers_box(const ui::Frame& frame, const std::vector<config::EmergencyNumber>& numbers);

}  // namespace kiosk::screens

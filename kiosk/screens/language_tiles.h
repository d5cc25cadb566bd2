// A tile for each language, by its own name in its own script: ui::ChooseLanguage.
#pragma once

#include <vector>

#include "kiosk/catalog/catalog.h"
#include "kiosk/ui/frame.h"

namespace kiosk::screens {

// Higher where the column leaves room. Returns the height used.
float draw_language_tiles(ui::Frame& frame, const std::vector<catalog::Language>& all, const Rect& column);

}  // namespace kiosk::screens

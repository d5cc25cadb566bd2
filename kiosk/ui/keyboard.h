// The on-screen keyboard: a layout for each script, letters only. Search forgives accents and case, so there are no
// shift and no dead keys. Keys are at least 15 mm high; they are the one kind of target below 20 mm, because ten in a row
// have no room for more on the panels this runs on.
#pragma once

#include <string>
#include <vector>

#include "kiosk/ui/frame.h"

namespace kiosk::ui {

// Rows of characters for a language: the layout its readers know, else that of its script.
std::vector<std::vector<std::string>> keyboard_layout(const LanguageTag& language);

float keyboard_height(Frame& frame, float width);
void draw_keyboard(Frame& frame, const Rect& at);

}  // namespace kiosk::ui

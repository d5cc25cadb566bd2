// A parsed document on the screen: headings, paragraphs, lists, steps, checklists, notes, pictures, contact cards.
#pragma once

#include <string>
#include <vector>

#include "kiosk/document/document.h"
#include "kiosk/screens/context.h"
#include "kiosk/ui/layout.h"

namespace kiosk::screens {

// Its blocks, for a page (page.h). They draw from `context` and `document`, which outlive the drawing.
std::vector<ui::Box> article_blocks(const Context& context, const document::Document& document, bool quiet_headings);

// The same block by block; what shows nothing now is empty. `prefix` makes the ids unique where two texts share a page.
std::vector<std::vector<ui::Box>> article_parts(const Context& context, const document::Document& document,
                                                bool quiet_headings, const std::string& prefix);

// Before an item of a list.
ui::Box dot();
// What the voice says of a step.
std::string numbered(int number, const std::string& words);
// Steps are numbered large: who does not read can still count.
void draw_badge(ui::Frame& frame, int number, const Rect& square);

}  // namespace kiosk::screens

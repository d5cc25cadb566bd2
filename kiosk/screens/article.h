// A parsed document on the screen: headings, paragraphs, lists, steps, checklists, notes, pictures, contact cards.
#pragma once

#include "kiosk/document/document.h"
#include "kiosk/screens/context.h"
#include "kiosk/ui/layout.h"

namespace kiosk::screens {

// Its blocks, for a page (page.h). They draw from `context` and `document`, which outlive the drawing.
std::vector<ui::Box> article_blocks(const Context& context, const document::Document& document, bool quiet_headings);

}  // namespace kiosk::screens

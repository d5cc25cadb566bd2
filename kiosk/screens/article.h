// A parsed document on the screen: headings, paragraphs, lists, steps, checklists, notes, pictures, contact cards.
#pragma once

#include "kiosk/document/document.h"
#include "kiosk/screens/context.h"

namespace kiosk::screens {

// Returns the height used.
float draw_article(const Context& context, const document::Document& document, bool quiet_headings, const Rect& column);

}  // namespace kiosk::screens

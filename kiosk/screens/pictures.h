// The drawings that content names, ready for the screen.
#pragma once

#include <string>

#include "kiosk/document/document.h"
#include "kiosk/screens/context.h"

namespace kiosk::screens {

// By its name, with words in the visitor's language; without a name where the catalog has none.
catalog::Drawing drawing_of(const Context& context, const std::string& name);

// The one before a block's words, called as this page calls it.
catalog::Drawing drawing_of(const Context& context, const document::Block& block);

// How large they are on this panel: at the head of a page, and beside a step.
struct PictureSides {
  Mm head, step;
};
PictureSides picture_sides(const ui::Frame& frame);

}  // namespace kiosk::screens

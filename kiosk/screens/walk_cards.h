// A page of content as cards of one idea each, for those who do not read: a large picture, and the sentence that is
// heard. Made of the same parsed document as the page, so that both say the same.
#pragma once

#include <string>
#include <vector>

#include "kiosk/document/document.h"
#include "kiosk/screens/context.h"
#include "kiosk/ui/layout.h"

namespace kiosk::screens {

// What the band had no room for is said first.
struct NotInBand {
  bool title = false;
  std::string remark;
};

// Each box is a page of `width` x `room` px. They draw from `context`, `topic` and `document`, which outlive them.
std::vector<ui::Box> walk_cards(const Context& context, const catalog::Topic& topic, const document::Document& document,
                                const NotInBand& first, float width, float room);

}  // namespace kiosk::screens

// What turns the pages: the arrows, the number between them, and the buttons of every page. A row at the foot; on
// a panel of seven inches, which has no height for it, a column at the end, or a row in the band.
#pragma once

#include "kiosk/ui/pager.h"

namespace kiosk::ui {

void draw_turning(Frame& frame, const Rect& area, const Pages& pages, const PagerStyle& style);

}  // namespace kiosk::ui

// The privacy curtain (R62): one tap, and nothing of the page is seen, while the headphones go on with it; the bar
// stays as it is. Under it the page is still in the tree, for the ear and the keypad, marked as hidden. It is offered
// where the page can be heard by one person alone, and stays down from page to page until it is raised or the visit
// ends.
#pragma once

#include "kiosk/ui/frame.h"

namespace kiosk::ui {

// The toggle, for who has to bring the focus there.
inline constexpr const char* kCurtainToggle = "curtain";

// Draws the toggle, and under the curtain the one thing to press, into `left`. Returns what is left for the page; under
// the curtain what is drawn there from now on is not seen.
Rect draw_curtain(Frame& frame, const Rect& left);

}  // namespace kiosk::ui

// The row above the bar while a page is heard: pause, repeat, slower, quieter, louder, stop (R4, R7, R96), and what
// there is to know about the voice. It comes when "listen" is pressed and goes with "stop" or with the page.
#pragma once

#include "kiosk/ui/frame.h"

namespace kiosk::ui {

// Draws it at the lower edge of `left`, if it is to be seen, and returns what is left for the page.
Rect draw_listening(Frame& frame, const Rect& left);

}  // namespace kiosk::ui

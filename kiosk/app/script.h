// Plays a visit from a file on a virtual clock, for tests from end to end and for pictures of what happens in time.
// A line is one step, '#' begins a comment:
//   tap NODE-ID            touch the middle of what has this id and let go
//   touch X Y              the same at a place, px
//   drag X1 Y1 X2 Y2 SECONDS
//   key next|previous|select|back|home|leave|up|down
//   wait SECONDS
//   expect SCREEN [ARGUMENT]   fails unless this is on the screen
//   dump NAME              write NAME.png and NAME.json
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "kiosk/app/kiosk.h"

namespace kiosk::app {

// `draw` makes the frame; `dump` writes it under a name. Error: Code::invalid with the line, and what is on the screen.
Status play_script(std::string_view script, Kiosk& kiosk, double seconds, const std::function<void()>& draw,
                   const std::function<Status(const std::string& name)>& dump);

}  // namespace kiosk::app

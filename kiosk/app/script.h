// Plays a visit from a file on a virtual clock, for tests from end to end and for pictures of what happens in time.
// A line is one step, '#' begins a comment:
//   tap NODE-ID            touch the middle of what has this id and let go
//   touch X Y              the same at a place, px
//   drag X1 Y1 X2 Y2 SECONDS
//   key next|previous|select|back|home|help|louder|quieter|leave|up|down
//   press CODE             a key by its number (kiosk/os/keymap.h)
//   headphones in|out
//   wait SECONDS
//   update running PERCENT     a stick is in the kiosk, and an update goes on
//   update ended CODE          it ended so (the exit codes of kiosk/update/STORE.md)
//   expect SCREEN [ARGUMENT]   fails unless this is on the screen
//   heard FROM             fails unless somebody hears something now: "loudspeaker", "headphones" or "nothing"
//   dump NAME              write NAME.png and NAME.json
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "kiosk/app/kiosk.h"
#include "kiosk/speech/recorder.h"

namespace kiosk::app {

struct ScriptStage {
  std::function<void()> draw;                           // makes the frame
  std::function<Status(const std::string& name)> dump;  // writes it under a name
  speech::Recorder* recorder = nullptr;                 // hears what is said meanwhile; may be null
};

// Error: Code::invalid with the line, and what is on the screen.
Status play_script(std::string_view script, Kiosk& kiosk, double seconds, const ScriptStage& stage);

}  // namespace kiosk::app

// Runs the kiosk in its window: sleeps until something happens, draws only what has changed, and a little after.
#pragma once

#include <functional>
#include <limits>

#include "kiosk/app/kiosk.h"
#include "kiosk/app/stage.h"
#include "kiosk/app/window.h"

namespace kiosk::app {

struct LoopHooks {
  std::function<void()> awake;      // every turn of the loop, before anything else
  std::function<void()> presented;  // after every frame that reached the screen
  // Seconds after which a frame is presented though nothing has changed: for a watchdog that believes only in frames.
  double longest_pause = std::numeric_limits<double>::infinity();
  std::function<void()> rested;  // when nobody is using the kiosk, every `rest_seconds`
  double rest_seconds = 10;
  // Every `rest_seconds`, used or not: what is written at a fixed time must not come later because somebody was there.
  std::function<void()> regularly;
};

enum class LoopEnd { closed, graphics_lost, disconnected };

// Until the window is closed, or its graphics device or its display is lost. `panel_at` tells millimetres for a window
// of some pixels.
LoopEnd run_frame_loop(Window& window, Stage& stage, Kiosk& kiosk,
                       const std::function<ui::Panel(int width, int height)>& panel_at, const LoopHooks& hooks);

// Seconds of a clock that only goes forward.
double steady_seconds();

}  // namespace kiosk::app

// Touches on Wayland, heard beside GLFW on its own connection: binds the seat a second time and asks it for wl_touch.
// Events arrive on the default queue, so that GLFW's waiting wakes for them. Lives on the window's thread, dies before
// it.
#pragma once

#include <functional>
#include <memory>

#include "kiosk/app/hand.h"

namespace kiosk::app {

class WaylandTouch {
 public:
  // Null where GLFW does not run on Wayland. Positions are in the window's coordinates, not yet scaled to pixels.
  static std::unique_ptr<WaylandTouch> bind(std::function<void(const Touch&)> heard);
  virtual ~WaylandTouch() = default;
  // False once the compositor has ended the connection. GLFW 3.3 does not notice when events are still unread, and its
  // next look for events never returns.
  virtual bool connected() const = 0;
};

}  // namespace kiosk::app

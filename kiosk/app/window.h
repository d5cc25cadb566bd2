// The one full-screen window: GLFW for the window, keys and mouse, and on Wayland a touch listener of our own, because
// GLFW has none and a kiosk compositor hands touches only to clients that listen (GLFW issue 42).
// One a process, on the main thread.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "kiosk/app/hand.h"
#include "kiosk/app/kiosk.h"
#include "kiosk/graphics/rotation.h"

namespace kiosk::app {

struct WindowOptions {
  bool full_screen = true;
  int width = 1280, height = 800;  // px, unless full screen
  // Of what is drawn: the window tells sizes and touches as the turned picture has them.
  graphics::Rotation rotation = graphics::Rotation::none;
};

class Window {
 public:
  struct Listener {
    std::function<void(const Touch&)> touch;
    std::function<void(int code)> key;     // went down; Linux's code (kiosk/os/keymap.h)
    std::function<void(int code)> held;    // is still down; said again and again
    std::function<void(bool down)> wheel;  // of a mouse
    std::function<void()> damaged;         // what was drawn is gone: draw again
  };

  // Its OpenGL ES context is current afterwards. Error: Code::unsupported: no display, or no OpenGL ES 2.
  static Result<std::unique_ptr<Window>> create(const WindowOptions& options);
  virtual ~Window() = default;

  virtual void listen(Listener listener) = 0;
  // What is drawn is turned so from now on: see WindowOptions.
  virtual void turn(graphics::Rotation rotation) = 0;
  virtual int width() const = 0;   // px
  virtual int height() const = 0;  // px
  // Of the monitor, as it says itself; none where it does not say.
  virtual std::optional<float> px_per_mm() const = 0;

  // How many frames ago the buffer was presented that is drawn into now (1: the one before), or 0: its content is lost.
  virtual int buffer_age() const = 0;
  // Puts what was drawn on the screen.
  virtual void present() = 0;
  // Sleeps until something happens or `seconds` pass, and tells the listener what happened.
  virtual void wait(double seconds) = 0;
  // Ends wait(). Any thread.
  virtual void wake() = 0;
  virtual bool closed() const = 0;
  // The graphics device was reset: nothing drawn in this window reaches the screen again.
  virtual bool graphics_lost() const = 0;
  // The display has ended the connection, as a compositor does with a program that leaves too much unread: no touch
  // comes and no frame is shown any more. wait() must not be called then.
  virtual bool disconnected() const = 0;
};

}  // namespace kiosk::app

// An OpenGL ES context with a frame buffer and no display: for the tour, scripts and tests.
#pragma once

#include <memory>

#include "kiosk/base/result.h"

namespace kiosk::graphics {

class Offscreen {
 public:
  // The context is current on this thread from now on. Error: Code::unsupported when EGL offers no surfaceless context.
  static Result<std::unique_ptr<Offscreen>> create(int width, int height);
  virtual ~Offscreen() = default;
};

}  // namespace kiosk::graphics

#include "kiosk/graphics/back_buffer.h"

#include <EGL/egl.h>
#include <EGL/eglext.h>
#include <string_view>

namespace kiosk::graphics {

BackBuffer::BackBuffer() {
  EGLDisplay display = eglGetCurrentDisplay();
  EGLSurface surface = eglGetCurrentSurface(EGL_DRAW);
  if (display == EGL_NO_DISPLAY || surface == EGL_NO_SURFACE) return;
  const char* extensions = eglQueryString(display, EGL_EXTENSIONS);
  if (extensions && std::string_view(extensions).find("EGL_EXT_buffer_age") != std::string_view::npos) {
    knowledge_ = Knowledge::asked;
    return;
  }
  EGLint behaviour = EGL_BUFFER_DESTROYED;
  eglSurfaceAttrib(display, surface, EGL_SWAP_BEHAVIOR, EGL_BUFFER_PRESERVED);
  eglQuerySurface(display, surface, EGL_SWAP_BEHAVIOR, &behaviour);
  if (behaviour == EGL_BUFFER_PRESERVED) knowledge_ = Knowledge::kept;
}

int BackBuffer::age() const {
  if (knowledge_ != Knowledge::asked) return knowledge_ == Knowledge::kept ? 1 : 0;
  EGLint age = 0;
  bool known = eglQuerySurface(eglGetCurrentDisplay(), eglGetCurrentSurface(EGL_DRAW), EGL_BUFFER_AGE_EXT, &age);
  return known ? age : 0;
}

}  // namespace kiosk::graphics

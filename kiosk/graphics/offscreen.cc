#include "kiosk/graphics/offscreen.h"

#include <EGL/egl.h>
#include <EGL/eglext.h>
#include <GLES2/gl2.h>
#include <string>

namespace kiosk::graphics {
namespace {

class EglOffscreen final : public Offscreen {
 public:
  EglOffscreen(EGLDisplay display, EGLContext context, int width, int height) : display_(display), context_(context) {
    glGenTextures(1, &texture_);
    glBindTexture(GL_TEXTURE_2D, texture_);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
    glGenFramebuffers(1, &buffer_);
    glBindFramebuffer(GL_FRAMEBUFFER, buffer_);
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture_, 0);
  }

  ~EglOffscreen() override {
    glDeleteFramebuffers(1, &buffer_);
    glDeleteTextures(1, &texture_);
    eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
    eglDestroyContext(display_, context_);
    // The display stays for the next one: a driver that is unloaded leaves memory behind.
  }

 private:
  EGLDisplay display_;
  EGLContext context_;
  GLuint texture_ = 0, buffer_ = 0;
};

Error unsupported(const char* step) {
  return {Code::unsupported, std::string("cannot draw without a display: ") + step +
                                 " failed. Install the packages libegl1, libgles2 and libgl1-mesa-dri."};
}

}  // namespace

Result<std::unique_ptr<Offscreen>> Offscreen::create(int width, int height) {
  EGLDisplay display = eglGetPlatformDisplay(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
  if (display == EGL_NO_DISPLAY || !eglInitialize(display, nullptr, nullptr)) return unsupported("eglInitialize");
  if (!eglBindAPI(EGL_OPENGL_ES_API)) return unsupported("eglBindAPI");
  const EGLint wanted[] = {EGL_SURFACE_TYPE, EGL_PBUFFER_BIT, EGL_RENDERABLE_TYPE, EGL_OPENGL_ES2_BIT, EGL_NONE};
  EGLConfig config;
  EGLint count = 0;
  if (!eglChooseConfig(display, wanted, &config, 1, &count) || count == 0) return unsupported("eglChooseConfig");
  const EGLint version[] = {EGL_CONTEXT_CLIENT_VERSION, 2, EGL_NONE};
  EGLContext context = eglCreateContext(display, config, EGL_NO_CONTEXT, version);
  if (context == EGL_NO_CONTEXT) return unsupported("eglCreateContext");
  if (!eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, context)) return unsupported("eglMakeCurrent");
  auto offscreen = std::make_unique<EglOffscreen>(display, context, width, height);
  if (glCheckFramebufferStatus(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE) return unsupported("a frame buffer");
  return std::unique_ptr<Offscreen>(std::move(offscreen));
}

}  // namespace kiosk::graphics

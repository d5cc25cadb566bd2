#include "kiosk/app/window.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include "kiosk/app/wayland_touch.h"
#include "kiosk/base/log.h"
#include "kiosk/graphics/back_buffer.h"
#include "kiosk/os/keymap.h"

namespace kiosk::app {
namespace {

// Linux's code for a key that went down. Its number is the same on every layout and with or without NumLock.
int key_code(int scan_code, bool wayland) {
  constexpr int kX11Offset = 8;
  return wayland ? scan_code : scan_code - kX11Offset;
}

constexpr int kMouseFinger = 1000;

// A monitor came or went since the last look. GLFW tells it to nobody in particular.
bool monitors_changed = false;

void log_error(int, const char* words) { log(Priority::warning, std::string("window: ") + words); }

class GlfwWindow final : public Window {
 public:
  GlfwWindow(GLFWwindow* window, const WindowOptions& options)
      : window_(window), rotation_(options.rotation), full_screen_(options.full_screen) {
    glfwMakeContextCurrent(window_);
    back_buffer_.emplace();
    // Without a monitor a swap that waits for one never comes back; the loop paces itself.
    glfwSwapInterval(0);
    glfwSetWindowUserPointer(window_, this);
    glfwSetMouseButtonCallback(window_, [](GLFWwindow* w, int button, int action, int) {
      if (button == GLFW_MOUSE_BUTTON_LEFT) of(w).mouse(action == GLFW_PRESS ? TouchPhase::down : TouchPhase::up);
    });
    glfwSetCursorPosCallback(window_, [](GLFWwindow* w, double, double) { of(w).mouse(TouchPhase::move); });
    glfwSetScrollCallback(window_, [](GLFWwindow* w, double, double y) { of(w).wheel(y); });
    glfwSetKeyCallback(window_, [](GLFWwindow* w, int, int scan_code, int action, int modifiers) {
      const Listener& listener = of(w).listener_;
      const auto* told = action == GLFW_PRESS ? &listener.key : action == GLFW_REPEAT ? &listener.held : nullptr;
      if (!told || !*told) return;
      int code = key_code(scan_code, of(w).touches_ != nullptr);
      (*told)(modifiers & GLFW_MOD_SHIFT ? os::with_shift(code) : code);
    });
    glfwSetFramebufferSizeCallback(window_, [](GLFWwindow* w, int, int) { of(w).damage(); });
    glfwSetWindowRefreshCallback(window_, [](GLFWwindow* w) { of(w).damage(); });
    touches_ = WaylandTouch::bind([this](const Touch& touch) {
      float x_scale = 1, y_scale = 1;
      glfwGetWindowContentScale(window_, &x_scale, &y_scale);
      hear({touch.phase, touch.finger, touch.x * x_scale, touch.y * y_scale});
    });
    for (const char* extension : {"GL_KHR_robustness", "GL_EXT_robustness"}) {
      if (reset_status_ || !glfwExtensionSupported(extension)) continue;
      std::string suffix(extension + 3, 3);
      reset_status_ = reinterpret_cast<ResetStatus>(glfwGetProcAddress(("glGetGraphicsResetStatus" + suffix).c_str()));
    }
    glfwSetMonitorCallback([](GLFWmonitor*, int) { monitors_changed = true; });
    glfwSetInputMode(window_, GLFW_CURSOR, touches_ ? GLFW_CURSOR_HIDDEN : GLFW_CURSOR_NORMAL);
  }

  ~GlfwWindow() override {
    touches_.reset();
    glfwDestroyWindow(window_);
    glfwTerminate();
  }

  void listen(Listener listener) override { listener_ = std::move(listener); }
  void turn(graphics::Rotation rotation) override { rotation_ = rotation; }
  int width() const override { return graphics::turned_size(rotation_, size().first, size().second).first; }
  int height() const override { return graphics::turned_size(rotation_, size().first, size().second).second; }

  std::optional<float> px_per_mm() const override {
    GLFWmonitor* monitor = glfwGetPrimaryMonitor();
    if (!monitor) return std::nullopt;
    int width = 0, height = 0;
    glfwGetMonitorPhysicalSize(monitor, &width, &height);
    const GLFWvidmode* mode = glfwGetVideoMode(monitor);
    if (!mode || width < 50) return std::nullopt;
    return static_cast<float>(mode->width) / static_cast<float>(width);
  }

  int buffer_age() const override { return back_buffer_->age(); }
  void present() override { glfwSwapBuffers(window_); }
  void wait(double seconds) override {
    if (seconds <= 0)
      glfwPollEvents();
    else
      glfwWaitEventsTimeout(std::min(seconds, 3600.0));
    if (std::exchange(monitors_changed, false)) fill_monitor();
  }
  void wake() override { glfwPostEmptyEvent(); }
  bool closed() const override { return glfwWindowShouldClose(window_); }
  bool graphics_lost() const override { return reset_status_ && reset_status_() != 0; }
  bool disconnected() const override { return touches_ && !touches_->connected(); }

 private:
  static GlfwWindow& of(GLFWwindow* window) { return *static_cast<GlfwWindow*>(glfwGetWindowUserPointer(window)); }

  std::pair<int, int> size() const {
    int width = 0, height = 0;
    glfwGetFramebufferSize(window_, &width, &height);
    return {width, height};
  }

  // GLFW takes the window off a monitor that goes, and does not put it back on the one that comes.
  void fill_monitor() {
    damage();
    GLFWmonitor* monitor = glfwGetPrimaryMonitor();
    const GLFWvidmode* mode = monitor ? glfwGetVideoMode(monitor) : nullptr;
    if (!full_screen_ || !mode || glfwGetWindowMonitor(window_)) return;
    glfwSetWindowMonitor(window_, monitor, 0, 0, mode->width, mode->height, GLFW_DONT_CARE);
  }

  void damage() {
    if (listener_.damaged) listener_.damaged();
  }

  void mouse(TouchPhase phase) {
    if (phase == TouchPhase::move && glfwGetMouseButton(window_, GLFW_MOUSE_BUTTON_LEFT) != GLFW_PRESS) return;
    double x = 0, y = 0;
    float x_scale = 1, y_scale = 1;
    glfwGetCursorPos(window_, &x, &y);
    glfwGetWindowContentScale(window_, &x_scale, &y_scale);
    hear({phase, kMouseFinger, static_cast<float>(x) * x_scale, static_cast<float>(y) * y_scale});
  }

  void hear(Touch touch) {
    auto [width, height] = size();
    std::tie(touch.x, touch.y) =
        graphics::to_logical(rotation_, touch.x, touch.y, static_cast<float>(width), static_cast<float>(height));
    if (listener_.touch) listener_.touch(touch);
  }

  void wheel(double notches) {
    if (listener_.wheel && notches != 0) listener_.wheel(notches < 0);
  }

  using ResetStatus = unsigned (*)();

  GLFWwindow* window_;
  graphics::Rotation rotation_;
  const bool full_screen_;
  ResetStatus reset_status_ = nullptr;  // none: the driver does not tell
  std::optional<graphics::BackBuffer> back_buffer_;
  Listener listener_;
  std::unique_ptr<WaylandTouch> touches_;
};

}  // namespace

Result<std::unique_ptr<Window>> Window::create(const WindowOptions& options) {
  glfwSetErrorCallback(log_error);
  if (!glfwInit())
    return Error{Code::unsupported, "there is no display to open a window on. Start a compositor, or use --tour."};
  glfwWindowHint(GLFW_CLIENT_API, GLFW_OPENGL_ES_API);
  glfwWindowHint(GLFW_CONTEXT_CREATION_API, GLFW_EGL_CONTEXT_API);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 2);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 0);
  glfwWindowHint(GLFW_DEPTH_BITS, 0);
  glfwWindowHint(GLFW_STENCIL_BITS, 0);
  GLFWmonitor* monitor = options.full_screen ? glfwGetPrimaryMonitor() : nullptr;
  int width = options.width, height = options.height;
  if (const GLFWvidmode* mode = monitor ? glfwGetVideoMode(monitor) : nullptr)
    width = mode->width, height = mode->height;
  // A device that is reset says so where the driver can; one that cannot still gets a window, and no words about it.
  glfwWindowHint(GLFW_CONTEXT_ROBUSTNESS, GLFW_LOSE_CONTEXT_ON_RESET);
  glfwSetErrorCallback(nullptr);
  GLFWwindow* window = glfwCreateWindow(width, height, "kiosk", monitor, nullptr);
  glfwSetErrorCallback(log_error);
  if (!window) {
    glfwWindowHint(GLFW_CONTEXT_ROBUSTNESS, GLFW_NO_ROBUSTNESS);
    window = glfwCreateWindow(width, height, "kiosk", monitor, nullptr);
  }
  if (!window) {
    glfwTerminate();
    return Error{
        Code::unsupported,
        "the display offers no OpenGL ES 2 window. Install the packages libegl1, libgles2 and libgl1-mesa-dri."};
  }
  return std::unique_ptr<Window>(std::make_unique<GlfwWindow>(window, options));
}

}  // namespace kiosk::app

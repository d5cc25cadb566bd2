#include "kiosk/app/wayland_touch.h"

#include <wayland-client.h>
#include <cstring>
#include <map>

#include "kiosk/os/hung_up.h"
#include "kiosk/os/loaded_function.h"

namespace kiosk::app {
namespace {

class Binding final : public WaylandTouch {
 public:
  Binding(wl_display* display, std::function<void(const Touch&)> heard) : heard_(std::move(heard)), display_(display) {
    registry_ = wl_display_get_registry(display);
    static constexpr wl_registry_listener kRegistry{&Binding::global, [](void*, wl_registry*, uint32_t) {}};
    wl_registry_add_listener(registry_, &kRegistry, this);
    wl_display_roundtrip(display);
    wl_display_roundtrip(display);
  }

  ~Binding() override {
    if (touch_) wl_touch_destroy(touch_);
    if (seat_) wl_seat_destroy(seat_);
    wl_registry_destroy(registry_);
  }

  bool connected() const override {
    return wl_display_get_error(display_) == 0 && !os::hung_up(wl_display_get_fd(display_));
  }

 private:
  static Binding& of(void* data) { return *static_cast<Binding*>(data); }

  static void global(void* data, wl_registry* registry, uint32_t name, const char* interface, uint32_t) {
    if (of(data).seat_ || std::strcmp(interface, wl_seat_interface.name) != 0) return;
    of(data).seat_ = static_cast<wl_seat*>(wl_registry_bind(registry, name, &wl_seat_interface, 1));
    static constexpr wl_seat_listener kSeat{&Binding::capabilities, [](void*, wl_seat*, const char*) {}};
    wl_seat_add_listener(of(data).seat_, &kSeat, data);
  }

  // Touch screens come and go with their cables.
  static void capabilities(void* data, wl_seat* seat, uint32_t what) {
    Binding& self = of(data);
    bool has_touch = what & WL_SEAT_CAPABILITY_TOUCH;
    if (has_touch && !self.touch_) {
      self.touch_ = wl_seat_get_touch(seat);
      static constexpr wl_touch_listener kTouch{&Binding::down,
                                                &Binding::up,
                                                &Binding::motion,
                                                [](void*, wl_touch*) {},
                                                &Binding::cancel,
                                                [](void*, wl_touch*, int32_t, wl_fixed_t, wl_fixed_t) {},
                                                [](void*, wl_touch*, int32_t, wl_fixed_t) {}};
      wl_touch_add_listener(self.touch_, &kTouch, data);
    } else if (!has_touch && self.touch_) {
      wl_touch_destroy(self.touch_);
      self.touch_ = nullptr;
      cancel(data, nullptr);
    }
  }

  void tell(TouchPhase phase, int finger) {
    auto [x, y] = places_[finger];
    heard_({phase, finger, x, y});
  }

  static void down(void* data, wl_touch*, uint32_t, uint32_t, wl_surface*, int32_t id, wl_fixed_t x, wl_fixed_t y) {
    of(data).places_[id] = {static_cast<float>(wl_fixed_to_double(x)), static_cast<float>(wl_fixed_to_double(y))};
    of(data).tell(TouchPhase::down, id);
  }
  static void motion(void* data, wl_touch*, uint32_t, int32_t id, wl_fixed_t x, wl_fixed_t y) {
    of(data).places_[id] = {static_cast<float>(wl_fixed_to_double(x)), static_cast<float>(wl_fixed_to_double(y))};
    of(data).tell(TouchPhase::move, id);
  }
  static void up(void* data, wl_touch*, uint32_t, uint32_t, int32_t id) {
    of(data).tell(TouchPhase::up, id);
    of(data).places_.erase(id);
  }
  static void cancel(void* data, wl_touch*) {
    auto places = std::exchange(of(data).places_, {});
    for (auto [id, place] : places) of(data).heard_({TouchPhase::cancel, id, place.first, place.second});
  }

  std::function<void(const Touch&)> heard_;
  wl_display* display_;
  wl_registry* registry_ = nullptr;
  wl_seat* seat_ = nullptr;
  wl_touch* touch_ = nullptr;
  std::map<int, std::pair<float, float>> places_;
};

}  // namespace

std::unique_ptr<WaylandTouch> WaylandTouch::bind(std::function<void(const Touch&)> heard) {
  // Absent in a GLFW built for X11 alone: then there is nothing to bind.
  auto* display_of = reinterpret_cast<wl_display* (*)()>(os::loaded_function("glfwGetWaylandDisplay"));
  wl_display* display = display_of ? display_of() : nullptr;
  if (!display) return nullptr;
  return std::make_unique<Binding>(display, std::move(heard));
}

}  // namespace kiosk::app

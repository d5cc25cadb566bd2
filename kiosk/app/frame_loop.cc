#include "kiosk/app/frame_loop.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <utility>

namespace kiosk::app {
namespace {

constexpr double kFrame = 1.0 / 60;  // the loop paces itself: see Window

}  // namespace

double steady_seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

LoopEnd run_frame_loop(Window& window, Stage& stage, Kiosk& kiosk, const std::function<ui::Panel(int, int)>& panel_at,
                       const LoopHooks& hooks) {
  bool damaged = true;
  window.listen({[&](const Touch& touch) { kiosk.touch(touch, steady_seconds()); },
                 [&](int code) { kiosk.press(code, steady_seconds()); },
                 [&](int code) { kiosk.hold(code, steady_seconds()); },
                 [&](bool down) { kiosk.turn_page(down, steady_seconds()); }, [&] { damaged = true; }});
  int width = 0, height = 0, rotation = kiosk.rotation();
  std::optional<ui::Panel> panel;
  double last_frame = 0, last_rest = steady_seconds(), last_regular = last_rest;
  while (!window.closed() && !window.disconnected()) {
    if (rotation != kiosk.rotation()) {
      rotation = kiosk.rotation();
      window.turn(graphics::rotation_of(rotation));
      stage.turn(graphics::rotation_of(rotation));
      damaged = true;
    }
    if (damaged || width != window.width() || height != window.height()) {
      width = window.width();
      height = window.height();
      // Only one that is another: the finger on it would be let go.
      if (ui::Panel now = panel_at(width, height); now != panel) kiosk.set_panel(panel.emplace(now));
    }
    if (hooks.awake) hooks.awake();
    double now = steady_seconds();
    kiosk.tick(now);
    if (hooks.rested && !kiosk.in_use() && now - last_rest >= hooks.rest_seconds) {
      last_rest = now;
      hooks.rested();
    }
    if (hooks.regularly && now - last_regular >= hooks.rest_seconds) {
      last_regular = now;
      hooks.regularly();
    }
    bool drawable = width > 0 && height > 0;
    bool due =
        drawable && (kiosk.dirty() || damaged || stage.pictures_arrived() || now - last_frame >= hooks.longest_pause);
    if (due && now - last_frame >= kFrame * 0.9) {
      bool damaged_now = std::exchange(damaged, false);
      double began = steady_seconds();
      stage.draw(kiosk, width, height, damaged_now ? 0 : window.buffer_age());
      window.present();
      kiosk.frame_took(steady_seconds() - began);
      if (window.graphics_lost()) return LoopEnd::graphics_lost;
      if (window.disconnected()) return LoopEnd::disconnected;
      last_frame = steady_seconds();
      if (hooks.presented) hooks.presented();
      due = kiosk.dirty() || stage.pictures_arrived();
    }
    double next = due ? last_frame + kFrame : kiosk.next_tick();
    if (drawable) next = std::min(next, last_frame + hooks.longest_pause);
    if (hooks.regularly) next = std::min(next, last_regular + hooks.rest_seconds);
    if (hooks.rested && !kiosk.in_use()) next = std::min(next, last_rest + hooks.rest_seconds);
    window.wait(std::max(0.0, next - steady_seconds()));
  }
  return window.disconnected() ? LoopEnd::disconnected : LoopEnd::closed;
}

}  // namespace kiosk::app

#include "kiosk/app/corner_hold.h"

namespace kiosk::app {
namespace {

constexpr float kReachMm = 15;

bool in_corner(const Touch& touch, const ui::Panel& panel, bool mirrored) {
  float reach = kReachMm * panel.px_per_mm;
  if (touch.y < static_cast<float>(panel.height) - reach) return false;
  return mirrored ? touch.x <= reach : touch.x >= static_cast<float>(panel.width) - reach;
}

}  // namespace

void CornerHold::touch(const Touch& touch, const ui::Panel& panel, bool mirrored, double seconds) {
  if (finger_ && touch.finger != *finger_) return;
  switch (touch.phase) {
    case TouchPhase::down:
      finger_ = touch.finger;
      since_.reset();
      if (in_corner(touch, panel, mirrored)) since_ = seconds;
      return;
    case TouchPhase::move:
      if (!in_corner(touch, panel, mirrored)) since_.reset();
      return;
    case TouchPhase::up:
    case TouchPhase::cancel: return reset();
  }
}

bool CornerHold::due(double seconds) {
  if (seconds < next()) return false;
  since_.reset();
  return true;
}

}  // namespace kiosk::app

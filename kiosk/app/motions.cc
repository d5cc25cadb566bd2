#include "kiosk/app/motions.h"

#include <algorithm>
#include <utility>

namespace kiosk::app {

void Motions::frame_took(double seconds) {
  smooth_ = seconds <= kSlowestFrame;
  if (!smooth_) end();
}

void Motions::begin(decltype(ui::Motion::what) what, double seconds) {
  if (!smooth_) return;
  now_.what = std::move(what);
  began_ = seconds;
}

ui::Motion Motions::at(double seconds) const {
  if (!running(seconds)) return {};
  ui::Motion now = now_;
  auto left = static_cast<float>(1 - std::clamp((seconds - began_) / kLasts, 0.0, 1.0));
  now.part = 1 - left * left * left;
  return now;
}

bool Motions::running(double seconds) const {
  return !std::holds_alternative<std::monostate>(now_.what) && seconds - began_ < kLasts;
}

}  // namespace kiosk::app

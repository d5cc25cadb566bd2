#include "kiosk/app/corner_gesture.h"

#include <string_view>

namespace kiosk::app {
namespace {

constexpr std::string_view kCorners = "LRLLRR";
constexpr float kReachMm = 15;
constexpr double kLongest = 10;  // seconds

// 'L' or 'R' in an upper corner, else 0.
char corner_of(const Touch& touch, const ui::Panel& panel) {
  float reach = kReachMm * panel.px_per_mm;
  if (touch.y > reach) return 0;
  if (touch.x <= reach) return 'L';
  return touch.x >= static_cast<float>(panel.width) - reach ? 'R' : '\0';
}

}  // namespace

bool CornerGesture::touch(const Touch& touch, const ui::Panel& panel, double seconds) {
  char corner = corner_of(touch, panel);
  switch (touch.phase) {
    case TouchPhase::down:
      if (done_ > 0 && seconds - began_ > kLongest) done_ = 0;
      if (corner != kCorners[done_]) done_ = 0;
      down_in_place_ = corner == kCorners[done_];
      if (down_in_place_ && done_ == 0) began_ = seconds;
      return false;
    case TouchPhase::move: return false;
    case TouchPhase::cancel:
    case TouchPhase::up: {
      bool right = down_in_place_ && touch.phase == TouchPhase::up && corner == kCorners[done_];
      down_in_place_ = false;
      done_ = right ? done_ + 1 : 0;
      if (done_ < kCorners.size()) return false;
      done_ = 0;
      return seconds - began_ <= kLongest;
    }
  }
  return false;
}

}  // namespace kiosk::app

#include "kiosk/app/hand.h"

#include <algorithm>
#include <cmath>

namespace kiosk::app {
namespace {

constexpr float kSwipeMm = 12;  // shorter ones were meant to be a press

}  // namespace

int HandTracker::swipe(float across, float down, const ui::Scene& scene) const {
  if (std::max(std::abs(across), std::abs(down)) < kSwipeMm * scene.tree.panel.px_per_mm) return 0;
  if (std::abs(down) > std::abs(across)) return down < 0 ? 1 : -1;
  bool from_the_right = scene.tree.direction == Direction::right_to_left;
  return (across < 0) != from_the_right ? 1 : -1;
}

std::optional<std::string> HandTracker::touch(const Touch& touch, const ui::Scene& scene, double seconds) {
  if (finger_ && touch.finger != *finger_) return std::nullopt;
  switch (touch.phase) {
    case TouchPhase::down: {
      finger_ = touch.finger;
      swiping_ = false;
      start_x_ = touch.x;
      start_y_ = touch.y;
      const accessibility::Node* node = scene.tree.at(touch.x, touch.y);
      target_ = pressed_ = node ? node->id : "";
      return std::nullopt;
    }
    case TouchPhase::move: {
      if (!finger_) return std::nullopt;
      bool far = std::hypot(touch.x - start_x_, touch.y - start_y_) > slop_;
      bool turns = scene.pages && scene.pages->count > 1;
      if (far && turns && scene.tree.page_area.contains(start_x_, start_y_)) swiping_ = true;
      if (swiping_) {
        target_.clear();
        pressed_.clear();
      } else if (!target_.empty()) {
        const accessibility::Node* node = scene.tree.at(touch.x, touch.y);
        pressed_ = node && node->id == target_ ? target_ : "";
      }
      return std::nullopt;
    }
    case TouchPhase::up:
    case TouchPhase::cancel: {
      if (!finger_) return std::nullopt;
      finger_.reset();
      if (std::exchange(swiping_, false)) {
        if (touch.phase == TouchPhase::up) turn_ = swipe(touch.x - start_x_, touch.y - start_y_, scene);
        return std::nullopt;
      }
      const accessibility::Node* node = scene.tree.at(touch.x, touch.y);
      bool pressed = touch.phase == TouchPhase::up && !target_.empty() && node && node->id == target_;
      std::string id = std::move(target_);
      target_.clear();
      pressed_.clear();
      if (!pressed) return std::nullopt;
      bool again =
          id == last_pressed_ && seconds - last_press_seconds_ < debounce_ && node->role != accessibility::Role::key;
      if (again) return std::nullopt;
      last_pressed_ = id;
      last_press_seconds_ = seconds;
      return id;
    }
  }
  return std::nullopt;
}

void HandTracker::reset() {
  finger_.reset();
  pressed_.clear();
  target_.clear();
  swiping_ = false;
  turn_ = 0;
}

}  // namespace kiosk::app

#include "kiosk/app/hand.h"

#include <algorithm>
#include <cmath>

namespace kiosk::app {
namespace {

constexpr float kSlowest = 30;       // px a second under which a glide ends
constexpr double kSlowing = 2.6;     // a glide loses this many times its speed a second
constexpr float kSwipeMm = 12;       // shorter ones were meant to be a press
constexpr double kStaleFlick = 0.1;  // a finger that rests so long before it lifts does not flick

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
      stopped_a_glide_ = gliding();
      velocity_ = 0;
      finger_ = touch.finger;
      dragging_ = false;
      start_x_ = touch.x;
      start_y_ = last_y_ = touch.y;
      last_seconds_ = seconds;
      const accessibility::Node* node = stopped_a_glide_ ? nullptr : scene.tree.at(touch.x, touch.y);
      target_ = pressed_ = node ? node->id : "";
      return std::nullopt;
    }
    case TouchPhase::move: {
      if (!finger_) return std::nullopt;
      bool far = std::hypot(touch.x - start_x_, touch.y - start_y_) > slop_;
      bool turns = scene.pages && scene.pages->count > 1;
      if (far && !dragging_ && turns && scene.tree.page_area.contains(start_x_, start_y_)) swiping_ = true;
      if (swiping_) {
        target_.clear();
        pressed_.clear();
      } else if (far && !dragging_ && scene.scroll && scene.scroll->limit() > 0 &&
                 scene.scroll->viewport.contains(start_x_, start_y_)) {
        dragging_ = true;
        target_.clear();
        pressed_.clear();
      }
      if (dragging_) {
        float step = last_y_ - touch.y;
        scroll_ += step;
        double passed = seconds - last_seconds_;
        if (passed > 0) velocity_ = 0.6f * velocity_ + 0.4f * step / static_cast<float>(passed);
      } else if (!target_.empty()) {
        const accessibility::Node* node = scene.tree.at(touch.x, touch.y);
        pressed_ = node && node->id == target_ ? target_ : "";
      }
      last_y_ = touch.y;
      last_seconds_ = seconds;
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
      if (!dragging_ || touch.phase == TouchPhase::cancel || seconds - last_seconds_ > kStaleFlick) velocity_ = 0;
      last_seconds_ = seconds;
      const accessibility::Node* node = scene.tree.at(touch.x, touch.y);
      bool pressed = touch.phase == TouchPhase::up && !dragging_ && !target_.empty() && node && node->id == target_;
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

bool HandTracker::glide(const ui::Scene& scene, double seconds) {
  if (velocity_ == 0 || finger_) return false;
  float passed = static_cast<float>(std::clamp(seconds - last_seconds_, 0.0, 0.1));
  last_seconds_ = seconds;
  scroll_ += velocity_ * passed;
  velocity_ *= static_cast<float>(std::exp(-kSlowing * passed));
  bool at_end =
      !scene.scroll || (velocity_ > 0 ? scene.scroll->offset >= scene.scroll->limit() : scene.scroll->offset <= 0);
  if (std::abs(velocity_) < kSlowest || at_end) velocity_ = 0;
  return velocity_ != 0;
}

float HandTracker::take_scroll() { return std::exchange(scroll_, 0.0f); }

void HandTracker::reset() {
  finger_.reset();
  pressed_.clear();
  target_.clear();
  dragging_ = swiping_ = false;
  velocity_ = scroll_ = 0;
  turn_ = 0;
}

}  // namespace kiosk::app

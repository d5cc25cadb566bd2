#include "kiosk/app/explorer.h"

#include "kiosk/app/narration.h"

namespace kiosk::app {
namespace {

constexpr double kTap = 0.6;          // seconds down at most
constexpr double kBetweenTaps = 0.8;  // hands that tremble are slow, too

}  // namespace

std::optional<Explorer::Step> Explorer::touch(const Touch& touch, const accessibility::Tree& tree, double seconds) {
  if (finger_ && touch.finger != *finger_) return std::nullopt;
  const accessibility::Node* node = stop_at(tree, touch.x, touch.y);
  std::string here = node ? node->id : "";
  switch (touch.phase) {
    case TouchPhase::down:
      finger_ = touch.finger;
      down_ = seconds;
      moved_ = false;
      under_ = here;
      second_ = !here.empty() && here == tapped_ && seconds - tap_ended_ <= kBetweenTaps;
      at_once_ = node && node->at_once;
      if (here.empty() || second_) return std::nullopt;
      return Step{here, false};
    case TouchPhase::move:
      if (!finger_ || here == under_) return std::nullopt;
      moved_ = true;
      under_ = here;
      if (here.empty()) return std::nullopt;
      return Step{here, false};
    case TouchPhase::up:
    case TouchPhase::cancel: {
      if (!finger_) return std::nullopt;
      finger_.reset();
      bool tap = touch.phase == TouchPhase::up && !moved_ && here == under_ && seconds - down_ <= kTap;
      // However long it stayed: who presses in fright does not lift the finger in time.
      if (at_once_ && touch.phase == TouchPhase::up && !moved_ && here == under_) {
        tapped_.clear();
        return Step{here, true};
      }
      bool again = tap && second_;
      tapped_ = tap && !again ? here : "";
      tap_ended_ = seconds;
      if (!again) return std::nullopt;
      return Step{here, true};
    }
  }
  return std::nullopt;
}

}  // namespace kiosk::app

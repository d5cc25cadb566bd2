// What a finger does to a frame: presses, slides off, swipes. Knows nodes and pages, not what actions mean.
//   - A press counts on release, on the same target (R36). Sliding off cancels it.
//   - On a page that turns, moving further than the slop turns a press into a swipe, which never presses.
//   - A second finger is ignored while the first is down (R37), and the same target twice within the debounce counts
//     once (R19), except on the keyboard.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "kiosk/ui/frame.h"

namespace kiosk::app {

enum class TouchPhase { down, move, up, cancel };

struct Touch {
  TouchPhase phase = TouchPhase::down;
  int finger = 0;
  float x = 0, y = 0;  // px
};

class HandTracker {
 public:
  // `slop` in px. `debounce` in seconds.
  explicit HandTracker(float slop, double debounce = 0.5) : slop_(slop), debounce_(debounce) {}

  // Follows one touch at `seconds`; `scene` is what is on the screen. Returns the id of the node that was pressed.
  std::optional<std::string> touch(const Touch& touch, const ui::Scene& scene, double seconds);

  // By how many pages a swipe turns: on is away from where reading ends, or upwards. Asked once.
  int take_turn() { return std::exchange(turn_, 0); }

  const std::string& pressed() const { return pressed_; }

  // As if never touched: at every change of screen.
  void reset();

 private:
  int swipe(float across, float down, const ui::Scene& scene) const;

  float slop_;
  double debounce_;
  std::optional<int> finger_;
  std::string pressed_, target_;  // pressed_ is empty while the finger is off target_
  bool swiping_ = false;
  float start_x_ = 0, start_y_ = 0;
  int turn_ = 0;
  std::string last_pressed_;
  double last_press_seconds_ = -1e9;
};

}  // namespace kiosk::app

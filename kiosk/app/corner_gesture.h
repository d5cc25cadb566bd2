// The way in for staff that nobody finds by chance (R73): six touches in the upper corners of the picture, left, right,
// left, left, right, right, each down and up within 15 mm of the corner, all within ten seconds. It has no node, so
// neither the voice nor the keypad comes upon it. Any other touch begins it anew.
#pragma once

#include <cstddef>

#include "kiosk/app/hand.h"

namespace kiosk::app {

class CornerGesture {
 public:
  // Follows one touch; true when it was the last one of the gesture.
  bool touch(const Touch& touch, const ui::Panel& panel, double seconds);

 private:
  size_t done_ = 0;  // touches that were right so far
  bool down_in_place_ = false;
  double began_ = 0;
};

}  // namespace kiosk::app

// The way into speech for who cannot see the screen and has neither headphones nor a keypad (R9): a finger that rests
// in one lower corner of the picture, where the frame bears a mark that can be felt. It is the corner in which lines of
// the first language end; "leave now" stands in the other one. A press there goes on meaning what it means: only
// resting starts speech, and because keys and headphones do so too, nobody is made to hold a finger still (R37).
#pragma once

#include <limits>
#include <optional>

#include "kiosk/app/hand.h"

namespace kiosk::app {

class CornerHold {
 public:
  // Follows one touch. `mirrored`: the first language is written from the right.
  void touch(const Touch& touch, const ui::Panel& panel, bool mirrored, double seconds);

  // True once, when the finger has rested there long enough.
  bool due(double seconds);
  // When that will be, if the finger stays. Infinity: there is none.
  double next() const { return since_ ? *since_ + kRest : std::numeric_limits<double>::infinity(); }

  // As if never touched.
  void reset() { *this = {}; }

 private:
  static constexpr double kRest = 1.5;  // seconds

  std::optional<int> finger_;
  std::optional<double> since_;
};

}  // namespace kiosk::app

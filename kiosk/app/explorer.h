// The finger in speech mode (R10): what it comes to is spoken and does nothing; a second, separate tap on the same
// thing does it. What protects the visitor does not wait for a second one: a tap that begins and ends on "leave now"
// leaves, and only a finger that comes to it from elsewhere hears what it is (R51, R62). Knows places and time, not
// what is said.
#pragma once

#include <optional>
#include <string>

#include "kiosk/accessibility/tree.h"
#include "kiosk/app/hand.h"

namespace kiosk::app {

class Explorer {
 public:
  struct Step {
    std::string node;       // the finger came to this
    bool activate = false;  // it was tapped a second time, or once where that is enough
  };

  // None: nothing new under the finger.
  std::optional<Step> touch(const Touch& touch, const accessibility::Tree& tree, double seconds);

  // As if never touched: at every change of screen.
  void reset() { *this = {}; }

 private:
  std::optional<int> finger_;
  std::string under_, tapped_;  // tapped_: by the last finger that came and went
  bool second_ = false;         // this finger came down where the last one had tapped
  bool at_once_ = false;        // this finger came down where one tap is enough
  bool moved_ = false;          // on to something else
  double down_ = 0, tap_ended_ = -1e9;
};

}  // namespace kiosk::app

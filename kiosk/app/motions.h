// When something moves, and when nothing may: a motion explains, and whoever set the kiosk to less of it, listens to
// it, or has a machine on which it would stutter gets the end of it at once.
#pragma once

#include "kiosk/ui/motion.h"

namespace kiosk::app {

class Motions {
 public:
  static constexpr double kLasts = 0.15;          // s
  static constexpr double kSlowestFrame = 0.025;  // s

  // Of the frame that was presented last. Before the first one is known nothing moves: there is no screen.
  void frame_took(double seconds);
  void begin(decltype(ui::Motion::what) what, double seconds);
  void end() { now_ = {}; }

  // Eases out: it starts fast and comes to rest.
  ui::Motion at(double seconds) const;
  bool running(double seconds) const;

 private:
  ui::Motion now_;
  double began_ = 0;
  bool smooth_ = false;
};

}  // namespace kiosk::app

// When something moves and when nothing does. Motion shows where something came from. It is skipped if the office asked
// for less of it, if the visitor listens, or if the machine is too slow to draw it smoothly.
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

// What becomes of the picture while nobody uses the kiosk. It wanders by a few pixels and is now and then drawn in the
// other colours, so that nothing burns into the panel (R48); outside the office's hours it is dim or dark. Values only.
#pragma once

#include "kiosk/config/config.h"
#include "kiosk/screens/context.h"
#include "kiosk/ui/frame.h"

struct ImDrawList;

namespace kiosk::app {

struct Resting {
  int dx = 0, dy = 0;          // px, added to everything that is drawn
  bool other_colours = false;  // high contrast instead of paper
  float light = 1;             // 0: the picture is black

  bool dark() const { return light == 0; }
  bool operator==(const Resting&) const = default;
};

// It changes once a minute at most.
inline constexpr double kRestingStep = 60;

// At `seconds` of a clock that only goes forward, `idle` seconds after the last touch, outside a visit. The way follows
// the clock alone: where the picture stands must not tell when somebody was there.
Resting resting(const config::Config& config, const screens::Moment& now, double seconds, double idle);

// Moves all that was drawn, and its tree with it, and dims it. `list` may be null.
void rest(const Resting& resting, ui::Scene& scene, ImDrawList* list, const ui::Panel& panel);

// The step of the volume with which a visit begins at this time.
int first_volume(const config::Config& config, const screens::Moment& now);

}  // namespace kiosk::app

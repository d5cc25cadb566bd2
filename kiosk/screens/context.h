// What every screen is given: where it draws, what it draws from, and what it may know of the visit.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/base/date.h"
#include "kiosk/catalog/catalog.h"
#include "kiosk/config/config.h"
#include "kiosk/screens/place.h"
#include "kiosk/ui/bar.h"
#include "kiosk/ui/frame.h"

namespace kiosk::screens {

using config::EmergencyNumber;

// Civil time at the kiosk.
struct Moment {
  Date today{};
  int day = 0;     // 0 is Monday
  int minute = 0;  // since midnight
  bool hour_known = true;
};

// How many seconds of how many are left to go on.
struct Warning {
  double left = 0, of = 1;
};

struct Context {
  ui::Frame& frame;
  const catalog::Catalog& catalog;
  const Place& place;
  Moment now;
  ui::BarState bar;
  // The interface's words in another language than the visitor's.
  std::function<const ui::Words&(const LanguageTag&)> words = {};
  std::vector<ui::Words> greetings = {};  // first screen: the words of each language, in the pack's order
  // From the configuration: where the kiosk stands, and what can be dialled when no contact can be read.
  std::optional<Position> position = {};
  std::vector<EmergencyNumber> emergency_numbers = {};
  config::Desk desk = {};    // `open` is when somebody is there
  float greeting_shown = 1;  // first screen: 0 to 1, while it changes its language
  Warning warning = {};      // idle warning
  std::string run_by = {};   // who answers for this screen, as nearly in the visitor's language as was written
};

// Draws the screen that `context.place` names. Every screen but no_catalog.
void draw(const Context& context);

}  // namespace kiosk::screens

// One visit: what was chosen and where it has been. A value that is thrown away at its end; nothing of it is ever
// written (R45, R66). The functions say what each action does to it.
#pragma once

#include <vector>

#include "kiosk/catalog/catalog.h"
#include "kiosk/screens/place.h"
#include "kiosk/ui/action.h"
#include "kiosk/ui/frame.h"

namespace kiosk::app {

struct Session {
  ui::Settings settings;
  std::vector<screens::Place> history{
      screens::Place{}};  // the last one is on the screen; the first is the language choice
  bool warned = false;    // the page before the first red one has been shown

  const screens::Place& here() const { return history.back(); }
  screens::Place& here() { return history.back(); }

  bool operator==(const Session&) const = default;
};

// As after boot.
Session fresh_session(const catalog::Catalog& catalog);

// Does what `action` says; what makes no sense here (an unknown page, back on the first screen) changes nothing.
// Speech is the voice's business, not the session's: such actions change nothing here.
void apply(Session& session, const ui::Action& action, const catalog::Catalog& catalog);

}  // namespace kiosk::app

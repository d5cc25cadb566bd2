// The staff's screens: the PIN, how the machine is, and what can be asked of it. They draw a StaffView and nothing
// else, so that they stand there without a catalog too. Nothing of any visitor is in it (R73).
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>

#include "kiosk/base/date.h"
#include "kiosk/ui/bar.h"
#include "kiosk/ui/frame.h"

namespace kiosk::screens {

enum class StaffPage {
  pin,
  status,  // how the machine is, and what can be asked of it
  confirm_rollback,
  confirm_restart,
  clean,    // touches count for nothing, a countdown stands there (R49)
  cleaned,  // for some seconds: once more, or the first screen
  touch_test,
};

enum class StaffNote { none, wrong_pin, asked, cannot, sound_played, no_sound };

// How the machine is.
struct StaffFacts {
  int64_t version = 0;  // of the content; 0: what came with the program
  std::optional<Date> made, expires;
  bool expired = false;
  bool can_roll_back = false;
  std::string last_update;  // update::name_of() of its end; empty: none yet
  std::optional<Date> last_update_on;
  std::optional<uint64_t> free_bytes;
  bool clock_doubtful = false;
  bool has_network_address = false;
};

struct StaffView {
  StaffPage page = StaffPage::pin;
  StaffNote note = StaffNote::none;
  size_t digits = 0;       // typed so far
  int locked_seconds = 0;  // pin: until the next try
  int seconds_left = 0;    // clean
  std::set<int> touched;   // touch_test: the fields that answered
  StaffFacts facts;
};

// The fields of the touch test, numbered row by row.
inline constexpr int kTouchColumns = 4, kTouchRows = 3;

// As it stands in the tree: "staff_pin".
const char* name_of(StaffPage page);

// Draws the page; `scroll` as of a Place. Presses are ui::ActionKind::staff with these arguments: digit-0 to digit-9,
// erase, enter; status, update, ask-rollback, rollback, ask-restart, restart, reboot, clean, sound, touch, touched-N.
void draw_staff(ui::Frame& frame, const StaffView& view, float scroll);

}  // namespace kiosk::screens

// The staff's screens: the PIN, how the machine is, and what can be asked of it. They draw a StaffView and nothing
// else, so that they stand there without a catalog too. Nothing of any visitor is in it (R73).
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "kiosk/base/date.h"
#include "kiosk/screens/set_up.h"
#include "kiosk/ui/bar.h"
#include "kiosk/ui/frame.h"
#include "kiosk/update/outcome.h"

namespace kiosk::screens {

enum class StaffPage {
  pin,
  status,  // how the machine is, and what can be asked of it
  confirm_rollback,
  confirm_restart,
  confirm_expired,  // that content past its date is taken
  clean,            // touches count for nothing, a countdown stands there (R49)
  cleaned,          // for some seconds: once more, or the first screen
  touch_test,
  owner,   // the content key of another publisher is typed
  set_up,  // of a kiosk's first day; which page of it, SetUpView says
};

enum class StaffNote {
  none,
  wrong_pin,
  asked,
  expired_accepted,
  owner_given,
  wrong_key,
  cannot,
  sound_played,
  no_sound
};

// Civil time at the kiosk.
struct DayAndMinute {
  Date day;
  int minute = 0;  // since midnight
};

// How the machine is.
struct StaffFacts {
  int64_t version = 0;  // of the content; 0: what came with the program
  std::optional<Date> made, expires;
  bool expired = false;
  bool can_roll_back = false;
  std::optional<update::Report> last_update;  // none yet
  std::optional<Date> last_update_on;
  std::optional<uint64_t> free_bytes;
  bool disk_read_only = false;  // it takes no change, as one that fails
  bool clock_doubtful = false;
  bool has_network_address = false;
  std::optional<std::pair<DayAndMinute, DayAndMinute>> next_look =
      {};                                      // at the network, between these; none: not known
  std::optional<Date> numbers_lapse = {};      // the last day of the first phone number, told 30 days before
  bool numbers_lapsed = false;                 // that day is over
  std::optional<Date> other_owner_since = {};  // when this kiosk was given to another owner
  std::string content_key = {};                // of that owner
  bool new_owner_awaited = false;              // nothing of this owner came yet
  std::string offered_key = {};                // of the owner whose stick was refused last; empty: none
  bool may_accept_expired = false;             // the settings allow it, and the last update ended with it
};

struct StaffView {
  StaffPage page = StaffPage::pin;
  StaffNote note = StaffNote::none;
  size_t digits = 0;       // typed so far
  std::string typed;       // owner: these
  int locked_seconds = 0;  // pin: until the next try
  int seconds_left = 0;    // clean
  std::set<int> touched;   // touch_test: the fields that answered
  StaffFacts facts;
  SetUpView set_up;
};

// The fields of the touch test, numbered row by row.
inline constexpr int kTouchColumns = 4, kTouchRows = 3;

// As it stands in the tree: "staff_pin", "set_up_name".
const char* name_of(const StaffView& view);

// Draws the screen, its page `page`. What is pressed is a ui::Staff.
void draw_staff(ui::Frame& frame, const StaffView& view, int page);

}  // namespace kiosk::screens

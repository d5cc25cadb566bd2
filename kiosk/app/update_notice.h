// What the screen tells of an update while somebody stands before it with a stick in the kiosk: that one runs and how
// far it is, and then how it ended. What comes over the network is nobody's business there; staff, on their own
// screens, see that too. Values in, values out: reading the store is for whoever calls. Belongs to the UI thread.
//
// Nothing on a page may move under the eyes of its reader. So the words come and go only with another page, or while
// nobody uses the kiosk; until then a thin line is all there is of them (kiosk/ui/update_strip.h).
#pragma once

#include <optional>

#include "kiosk/ui/update_strip.h"
#include "kiosk/update/outcome.h"
#include "kiosk/update/progress.h"

namespace kiosk::app {

class UpdateNotice {
 public:
  enum class For { visitors, staff };
  enum class Room { none, for_the_end, for_all };  // for words, besides what the page needs

  // What the store says now: none while no update runs, and none before the first one ended. The first call only learns
  // what had ended before. True: something that is seen has changed.
  bool see(std::optional<update::Progress> progress, std::optional<update::OutcomeRecord> ended, double seconds);

  // Lets time pass; true when something that is seen has changed, or may go.
  bool tick(double seconds);
  double next_tick() const;

  // Before a frame for `whom`: whether words may come or go with it.
  void turn(For whom, bool words_may_change, Room room, double seconds);

  ui::UpdateStrip strip(const update::Translate& tr) const;

 private:
  bool spelled() const { return spelled_ && (room_ == Room::for_all || (room_ == Room::for_the_end && !progress_)); }
  bool shows(update::Origin origin) const { return whom_ == For::staff || origin == update::Origin::stick; }

  For whom_ = For::visitors;
  Room room_ = Room::none;
  double seconds_ = 0;
  std::optional<update::Progress> progress_;
  double believed_until_ = 0;  // progress_: an updater that died takes nothing away
  bool learned_ = false;
  std::optional<update::OutcomeRecord> last_, ended_;  // ended_: still to be told
  double ended_at_ = 0;
  std::optional<double> told_at_;  // since when the end stands there in words
  bool spelled_ = false;
};

}  // namespace kiosk::app

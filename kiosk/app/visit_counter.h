// Counts which broad topics the visits open (kiosk/stats/COUNTING.md), by looking at where the visitor is. Keeps
// nothing of a visit but what kiosk/stats/counter.h keeps, and writes when that says so. Belongs to the UI thread.
#pragma once

#include "kiosk/app/session.h"
#include "kiosk/stats/counter.h"

namespace kiosk::app {

class VisitCounter {
 public:
  explicit VisitCounter(stats::Counter counter) : counter_(std::move(counter)) {}

  // To be called after each frame: cheap when the place is the same as before. A session as after boot ends a visit.
  void see(const Session& session, const catalog::Catalog& catalog, Date today);

  // To be called at least once an hour, visits or not. What cannot be written is logged once.
  void tick(std::chrono::local_seconds now);

 private:
  stats::Counter counter_;
  screens::Screen screen_ = screens::Screen::languages;
  std::string argument_;
  LanguageTag language_;
  std::optional<bool> helped_;
  bool trouble_logged_ = false;
};

}  // namespace kiosk::app

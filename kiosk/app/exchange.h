// Exchanges the catalog that is shown, between two visits: for a release that has become current, and for whatever else
// is there when the disk no longer gives what is shown. Belongs to the UI thread.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "kiosk/app/content.h"

namespace kiosk::app {

class Exchange {
 public:
  // To be asked about every ten seconds while nobody uses the kiosk. `shown`: what is shown, null for the emergency
  // numbers. Nothing: that stays. Else what is to be shown from now on, null for the emergency numbers. What failed is
  // tried again after 1, 2, 4 ... 60 such times, or at once when another release has become current.
  std::optional<std::unique_ptr<catalog::Catalog>> look(Content& content, const catalog::Catalog* shown);

 private:
  int64_t tried_ = 0;  // what was current at the last attempt
  int wait_ = 0, next_wait_ = 1;
  std::string told_;  // the last reason in the log
};

}  // namespace kiosk::app

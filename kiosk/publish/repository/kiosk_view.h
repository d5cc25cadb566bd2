// What kiosks would do with a repository today: one without a clock, one with a right one, one whose clock runs far
// ahead. A repository may be whole and its signatures right, and every kiosk still refuses it, because it was signed
// under a wrong clock.
#pragma once

#include <string>
#include <vector>

#include "kiosk/base/instant.h"
#include "kiosk/base/result.h"
#include "kiosk/publish/repository/repository.h"

namespace kiosk::publish {

struct KioskView {
  std::string clock;  // "1970"
  Instant judged_at;  // what this kiosk takes for the time
  Status taken;       // or why not
};

// Of new kiosks with a program of `build`.
std::vector<KioskView> kiosk_views(const Repository& repository, Instant build, Instant now);

}  // namespace kiosk::publish

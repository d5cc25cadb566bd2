#include "kiosk/main/touch_log.h"

#include <doctest/doctest.h>

using kiosk::TouchLog;

TEST_CASE("a touch panel that is there from the start is no news; that it goes and comes back is told once each") {
  TouchLog log;
  CHECK_FALSE(log.look(true));
  CHECK(log.look(false).value_or("").starts_with("touch: the panel is gone."));
  CHECK_FALSE(log.look(false));
  CHECK(log.look(true) == "touch: the panel is there again.");
  CHECK_FALSE(log.look(true));
}

TEST_CASE("a kiosk that starts without its touch panel says so, and where no device can be seen nothing is said") {
  TouchLog log;
  CHECK(log.look(false).value_or("").starts_with("touch: no panel is found."));
  CHECK(log.look(true) == "touch: the panel is there again.");
  TouchLog blind;
  CHECK_FALSE(blind.look(std::nullopt));
}

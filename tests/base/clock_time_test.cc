#include "kiosk/base/clock_time.h"

#include <doctest/doctest.h>

using namespace kiosk;

TEST_CASE("every minute of two days reads back as it was written") {
  for (int minute = 0; minute <= 2 * kMinutesPerDay; ++minute)
    CHECK(parse_clock_time(format_clock_time(minute)) == minute);
  CHECK(format_clock_time(8 * 60 + 5) == "08:05");
  CHECK(parse_clock_time("24:00") == kMinutesPerDay);
}

TEST_CASE("anything else is not a time of day") {
  for (const char* text : {"", "8:00", "08:0", "08:60", "48:01", "99:00", "08.00", "08:00 ", "-8:00", "0a:00"})
    CHECK_FALSE(parse_clock_time(text));
}

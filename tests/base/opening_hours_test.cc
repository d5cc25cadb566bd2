#include <doctest/doctest.h>

#include "kiosk/base/opening_hours.h"

using namespace kiosk;

TEST_CASE("an office is open within its hours and on its days only") {
  auto hours = OpeningHours::parse("Mo-Fr 08:00-17:00; Sa 09:00-12:00");
  REQUIRE(hours.ok());
  CHECK(hours->open_at(0, 8 * 60));
  CHECK_FALSE(hours->open_at(0, 8 * 60 - 1));
  CHECK_FALSE(hours->open_at(4, 17 * 60));
  CHECK(hours->open_at(5, 11 * 60 + 59));
  CHECK_FALSE(hours->open_at(6, 10 * 60));
}

TEST_CASE("a line that works past midnight is open on the next morning") {
  auto hours = OpeningHours::parse("Su 22:00-06:00");
  REQUIRE(hours.ok());
  CHECK(hours->open_at(6, 23 * 60));
  CHECK(hours->open_at(0, 5 * 60));
  CHECK_FALSE(hours->open_at(0, 6 * 60));
  CHECK_FALSE(hours->open_at(6, 5 * 60));
}

TEST_CASE("a line that never closes is always open") {
  auto hours = OpeningHours::parse("24/7");
  REQUIRE(hours.ok());
  CHECK(hours->open_at(6, 3));
}

TEST_CASE("what are no hours is refused with an example") {
  for (const char* text : {"", "always", "Mo-Fr", "Mo-Fr 8-17", "Xx 08:00-17:00", "Mo 25:00-26:00", "Mo 08:00-08:00"}) {
    auto hours = OpeningHours::parse(text);
    REQUIRE_FALSE(hours.ok());
    CHECK(hours.error().message.find("Mo-Fr 08:00-17:00") != std::string::npos);
  }
}

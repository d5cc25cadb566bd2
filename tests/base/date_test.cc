#include <doctest/doctest.h>

#include "kiosk/base/date.h"

using namespace kiosk;

TEST_CASE("a date survives being read and written") {
  for (const char* text : {"2026-11-23", "1970-01-01", "2024-02-29"}) {
    auto date = parse_date(text);
    REQUIRE(date.ok());
    CHECK(format_date(*date) == text);
  }
}

TEST_CASE("a day that does not exist, or another form, is refused with an example of the right form") {
  for (const char* text : {"2026-02-29", "2026-13-01", "23/11/2026", "2026-1-1", "", "2026-11-2x"}) {
    auto date = parse_date(text);
    REQUIRE_FALSE(date.ok());
    CHECK(date.error().code == Code::invalid);
    CHECK(date.error().message.find("2026-11-23") != std::string::npos);
  }
}

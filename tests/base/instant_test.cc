#include "kiosk/base/instant.h"

#include <doctest/doctest.h>

namespace kiosk {

TEST_CASE("an instant survives being read and written") {
  for (const char* text : {"2026-11-23T12:34:56Z", "1970-01-01T00:00:00Z", "1969-12-31T23:59:59Z"}) {
    auto instant = parse_instant(text);
    REQUIRE(instant.ok());
    CHECK(format_instant(*instant) == text);
  }
}

TEST_CASE("another form of an instant is refused with an example of the right one") {
  for (const char* text : {"2030-01-02T03:04:05.000Z", "2030-01-02T03:04:05", "2030-02-30T03:04:05Z",
                           "2030-01-02T24:00:00Z", "2030-01-02 03:04:05Z", "2030-01-02T03:04:05+00:00", ""}) {
    auto instant = parse_instant(text);
    REQUIRE_FALSE(instant.ok());
    CHECK(instant.error().message.find("2026-11-23T12:00:00Z") != std::string::npos);
  }
}

}  // namespace kiosk

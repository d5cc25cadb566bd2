#include "kiosk/os/time_zone.h"

#include <doctest/doctest.h>

#include "tests/support/temporary_folder.h"

namespace kiosk::os {
namespace {

TEST_CASE("a time zone is one that the zone data has") {
  for (const char* known : {"Africa/Monrovia", "Africa/Casablanca", "Europe/Rome", "UTC", "America/Argentina/Salta"})
    CHECK_MESSAGE(is_time_zone(known) == true, known);
  for (const char* unknown :
       {"Africa/Casblanca", "Monrovia", "africa/monrovia", "Africa/Monrovia ", " Africa/Monrovia", "Africa/", "/Africa",
        "Africa", "GMT+1", "Etc/GMT+1", "EST", "UTC+1", "../../../etc/passwd", "posix/Africa/Monrovia", "zone.tab",
        "Africa/../Europe/Rome", "", "Liberia", "Africa/Monrovia/x"})
    CHECK_MESSAGE(is_time_zone(unknown) == false, unknown);
}

TEST_CASE("what is written much like a time zone is found, and nothing is made up") {
  for (const auto& row :
       {std::pair("Africa/Casblanca", "Africa/Casablanca"), std::pair("africa/monrovia", "Africa/Monrovia"),
        std::pair("Monrovia", "Africa/Monrovia"), std::pair("Afrika/Abidjan", "Africa/Abidjan"),
        std::pair("America/New York", "America/New_York"), std::pair("Africa/Monrovia ", "Africa/Monrovia"),
        std::pair("Europe/Freetown", "Africa/Freetown")}) {
    const auto& written = row.first;
    const auto& meant = row.second;
    CHECK_MESSAGE(nearest_time_zone(written) == meant, written);
  }
  for (const char* nothing : {"somewhere/else", "GMT+1", ""})
    CHECK_MESSAGE(nearest_time_zone(nothing).empty(), nothing);
}

TEST_CASE("without zone data nothing is said of a name") {
  test::TemporaryFolder none;
  CHECK_FALSE(is_time_zone("Africa/Monrovia", none / "zoneinfo").has_value());
  CHECK(nearest_time_zone("Africa/Monrovia", none / "zoneinfo").empty());
}

}  // namespace
}  // namespace kiosk::os

#include "kiosk/fleet/doctor/place.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "tests/support/memory_catalog.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::fleet {
namespace {

// Two offices, in Monrovia and in Ganta.
test::MemoryCatalog liberia() {
  test::MemoryCatalog catalog = test::small_catalog();
  catalog.own_pack.time_zone = "Africa/Monrovia";
  catalog.own_contacts.resize(3);
  catalog.own_contacts[0].coordinates = Position{6.3005, -10.7969};
  catalog.own_contacts[1].coordinates = Position{7.2356, -8.9812};
  catalog.own_contacts[2].coordinates = std::nullopt;
  return catalog;
}

TEST_CASE("clock: a zone that this machine does not know, and no zone data at all, are errors with what to do") {
  test::MemoryCatalog catalog = liberia();
  test::TemporaryFolder data;
  std::filesystem::create_directories(data / "Africa");
  test::write_file(data / "Africa/Monrovia", "TZif2 and so on");
  CHECK(examine_zone(catalog, data.path()).front().verdict == Verdict::ok);
  for (const char* zone :
       {"Africa/Monrovai", "africa/monrovia", "Africa", "", "../Africa/Monrovia", "Africa/Monrovia "}) {
    catalog.own_pack.time_zone = zone;
    const Finding found = examine_zone(catalog, data.path()).front();
    CHECK_MESSAGE(found.verdict == Verdict::error, zone);
    CHECK(found.remedy.find("tzdata") != std::string::npos);
  }
  CHECK(examine_zone(catalog, data / "nowhere").front().seen.find("has no data of time zones") != std::string::npos);
}

TEST_CASE("position: one far from every office is a warning, with what was probably meant") {
  const test::MemoryCatalog catalog = liberia();
  CHECK(examine_position(catalog, Position{6.31, -10.8}).front().verdict == Verdict::ok);
  CHECK(examine_position(catalog, Position{8.48, -13.23}).front().verdict == Verdict::ok);  // the country beside it
  for (const Position& mistyped : {Position{-10.8, 6.31}, Position{6.31, 10.8}, Position{-6.31, -10.8},
                                   Position{10.8, 6.31}, Position{-6.31, 10.8}}) {
    const Findings found = examine_position(catalog, mistyped);
    CHECK(found.front().verdict == Verdict::warning);
    CHECK_MESSAGE(found.front().remedy.starts_with("Write latitude = 6.3100 and longitude = -10.8000"),
                  found.front().remedy);
  }
  const Finding lost = examine_position(catalog, Position{52, 13}).front();
  CHECK(lost.verdict == Verdict::warning);
  CHECK(lost.remedy.starts_with("Look at latitude and longitude"));
}

TEST_CASE("position: without one, or without an office that has one, there is nothing to say") {
  test::MemoryCatalog catalog = liberia();
  CHECK(examine_position(catalog, std::nullopt).empty());
  for (catalog::Contact& contact : catalog.own_contacts) contact.coordinates.reset();
  catalog.own_contacts[0].coordinates = Position{std::numeric_limits<double>::quiet_NaN(), 0};
  CHECK(examine_position(catalog, Position{6.31, -10.8}).empty());
}

}  // namespace
}  // namespace kiosk::fleet

#include "kiosk/update/shown_release.h"

#include <doctest/doctest.h>

#include "kiosk/os/directory.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::update {
namespace {

TEST_CASE("what is known of releases does not pile up: the good one and the good one before it are kept") {
  test::TemporaryFolder health;
  for (int64_t version = 2; version <= 40; ++version) {
    REQUIRE(note_start(health.path(), version).ok());
    REQUIRE(confirm(health.path(), version).ok());
  }
  CHECK(*os::list_folder(health.path()) == std::vector<std::string>{"39.json", "40.json"});
}

TEST_CASE("a release that never proved itself is forgotten before the good one that it followed") {
  test::TemporaryFolder health;
  REQUIRE(confirm(health.path(), 5).ok());
  REQUIRE(note_start(health.path(), 6).ok());
  REQUIRE(confirm(health.path(), 7).ok());
  CHECK(*os::list_folder(health.path()) == std::vector<std::string>{"5.json", "7.json"});
  CHECK(read_health(health.path(), 5).confirmed);
}

TEST_CASE("confirming one release forgets nothing of newer ones, nor files of other kinds") {
  test::TemporaryFolder health;
  REQUIRE(note_start(health.path(), 9).ok());
  test::write_file(health / "screen.json", "{}");
  test::write_file(health / "3.json.new", "{}");
  REQUIRE(confirm(health.path(), 8).ok());
  CHECK(read_health(health.path(), 9).starts == 1);
  CHECK(os::list_folder(health.path())->size() == 4);
}

}  // namespace
}  // namespace kiosk::update

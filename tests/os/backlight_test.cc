// The lamp behind the panel, in a folder such as Linux offers it.
#include <doctest/doctest.h>

#include "kiosk/os/backlight.h"
#include "tests/support/temporary_folder.h"

using namespace kiosk;
using namespace kiosk::os;
namespace fs = std::filesystem;

namespace {

struct Lamps {
  Lamps() {
    for (const fs::path& lamp : {first, second}) {
      fs::create_directories(lamp);
      test::write_file(lamp / "bl_power", "0");
    }
  }
  test::TemporaryFolder folder;
  fs::path first = folder.path() / "10-0045", second = folder.path() / "intel_backlight";
};

}  // namespace

TEST_CASE("every lamp goes off with the picture and on again with it") {
  Lamps lamps;
  Backlight backlight(lamps.folder.path());
  CHECK(backlight.set(false).ok());
  CHECK(test::read_file(lamps.first / "bl_power") == "4");
  CHECK(test::read_file(lamps.second / "bl_power") == "4");
  CHECK(backlight.set(true).ok());
  CHECK(test::read_file(lamps.first / "bl_power") == "0");
  CHECK(test::read_file(lamps.second / "bl_power") == "0");
}

TEST_CASE("a lamp that the program before left off is on with the first picture") {
  Lamps lamps;
  test::write_file(lamps.first / "bl_power", "4");
  Backlight backlight(lamps.folder.path());
  CHECK(backlight.set(true).ok());
  CHECK(test::read_file(lamps.first / "bl_power") == "0");
}

TEST_CASE("the lamp is on after the program has ended in the dark") {
  Lamps lamps;
  { CHECK(Backlight(lamps.folder.path()).set(false).ok()); }
  CHECK(test::read_file(lamps.first / "bl_power") == "0");
}

TEST_CASE("a lamp that is not switched again is left alone, whatever else has switched it") {
  Lamps lamps;
  Backlight backlight(lamps.folder.path());
  CHECK(backlight.set(true).ok());
  test::write_file(lamps.first / "bl_power", "1");
  CHECK(backlight.set(true).ok());
  CHECK(test::read_file(lamps.first / "bl_power") == "1");
}

TEST_CASE("a lamp that cannot be switched is named once, at the start, and the others are switched") {
  Lamps lamps;
  fs::remove(lamps.first / "bl_power");
  fs::create_directory(lamps.first / "bl_power");
  Backlight backlight(lamps.folder.path());
  Status failed = backlight.set(true);
  REQUIRE(!failed.ok());
  CHECK(failed.error().message.find("10-0045/bl_power") != std::string::npos);
  CHECK(backlight.set(false).ok());
  CHECK(test::read_file(lamps.second / "bl_power") == "4");
}

TEST_CASE("a machine whose monitor has no lamp to switch reports no error") {
  test::TemporaryFolder folder;
  CHECK(Backlight(folder.path() / "none").set(false).ok());
}

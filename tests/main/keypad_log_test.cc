#include <doctest/doctest.h>

#include "kiosk/main/keypad_log.h"
#include "tests/support/temporary_folder.h"

using kiosk::KeypadLog;
using kiosk::test::TemporaryFolder;
using kiosk::test::write_file;
namespace fs = std::filesystem;

using Lines = std::vector<std::string>;

TEST_CASE("R41: a keypad that is unplugged and plugged in again is told once each way") {
  TemporaryFolder sys;
  const fs::path device = sys / "class/input/event3/device";
  auto plug_in = [&] {
    fs::create_directories(device / "capabilities");
    write_file(device / "name", "NavPad\n");
    write_file(device / "capabilities/key", "7 ff80000000000000 0 0\n");
  };
  plug_in();
  KeypadLog log(sys.path());
  CHECK(log.look() == Lines{"keypad: NavPad is there."});
  CHECK(log.look().empty());
  fs::remove_all(device.parent_path());
  CHECK(log.look() == Lines{"keypad: NavPad is gone. The screen is used by touch meanwhile."});
  CHECK(log.look().empty());
  plug_in();
  CHECK(log.look() == Lines{"keypad: NavPad was plugged in; a kiosk heeds it from its next start on."});
}

TEST_CASE("R41: a kiosk without a keypad says so once") {
  TemporaryFolder sys;
  KeypadLog log(sys.path());
  CHECK(log.look() == Lines{"keypad: none is plugged in."});
  CHECK(log.look().empty());
}

// What the window on Wayland asks of the system.
#include <doctest/doctest.h>
#include <sys/socket.h>
#include <unistd.h>

#include "kiosk/os/hung_up.h"
#include "kiosk/os/loaded_function.h"

using namespace kiosk;

TEST_CASE("a connection whose other end is gone has hung up, though there is something left to read") {
  int ends[2];
  REQUIRE(socketpair(AF_UNIX, SOCK_STREAM, 0, ends) == 0);
  CHECK_FALSE(os::hung_up(ends[0]));
  REQUIRE(write(ends[1], "touch", 5) == 5);
  CHECK_FALSE(os::hung_up(ends[0]));
  close(ends[1]);
  CHECK(os::hung_up(ends[0]));
  close(ends[0]);
}

TEST_CASE("a function is found by its name in what is loaded, and one that no library has is not") {
  CHECK(os::loaded_function("getpid") == reinterpret_cast<void*>(&getpid));
  CHECK(os::loaded_function("no_library_has_this_function") == nullptr);
}

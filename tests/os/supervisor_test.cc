#include <doctest/doctest.h>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <string>

#include "kiosk/os/supervisor.h"

using kiosk::os::Supervisor;

namespace {

// What systemd has at the other end: a datagram socket named by $NOTIFY_SOCKET.
class NotifySocket {
 public:
  NotifySocket() : socket_(socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    // An abstract name: no file is left behind.
    const std::string name = "@kiosk-test-" + std::to_string(getpid());
    std::memcpy(address.sun_path, name.data(), name.size());
    address.sun_path[0] = '\0';
    const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + name.size());
    REQUIRE(bind(socket_, reinterpret_cast<sockaddr*>(&address), size) == 0);
    setenv("NOTIFY_SOCKET", name.c_str(), 1);
  }
  ~NotifySocket() {
    close(socket_);
    unsetenv("NOTIFY_SOCKET");
  }

  std::string received() {
    char text[256];
    const ssize_t size = recv(socket_, text, sizeof text, 0);
    return size < 0 ? "" : std::string(text, static_cast<size_t>(size));
  }

 private:
  int socket_;
};

}  // namespace

TEST_CASE("systemd hears that the program is ready and alive") {
  NotifySocket systemd;
  Supervisor supervisor;
  supervisor.ready();
  CHECK(systemd.received() == "READY=1");
  supervisor.alive();
  CHECK(systemd.received() == "WATCHDOG=1");
}

TEST_CASE("outside a service nothing is sent") {
  NotifySocket systemd;
  unsetenv("NOTIFY_SOCKET");
  Supervisor supervisor;
  supervisor.ready();
  supervisor.alive();
  CHECK(systemd.received().empty());
}

TEST_CASE("the watchdog is fed at half its time, also by a program under a compositor") {
  Supervisor supervisor;
  unsetenv("WATCHDOG_USEC");
  CHECK_FALSE(supervisor.alive_interval().has_value());
  setenv("WATCHDOG_USEC", "30000000", 1);
  setenv("WATCHDOG_PID", "1", 1);  // the compositor's
  REQUIRE(supervisor.alive_interval().has_value());
  CHECK(*supervisor.alive_interval() == std::chrono::seconds(15));
  for (const char* nonsense : {"0", "1", "soon"}) {
    setenv("WATCHDOG_USEC", nonsense, 1);
    CHECK_FALSE(supervisor.alive_interval().has_value());
  }
  unsetenv("WATCHDOG_USEC");
  unsetenv("WATCHDOG_PID");
}

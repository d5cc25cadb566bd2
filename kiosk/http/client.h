// Fetches files over HTTPS by GET, and puts small reports: the only place that knows libcurl, linked into kioskctl and
// never into the kiosk. The server is not trusted: no redirects, limits on time and speed, and who asks counts the
// bytes in the sink. One thread at a time; connections are kept between calls.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "kiosk/base/result.h"
#include "kiosk/http/answer.h"

namespace kiosk::http {

enum class Protocols {
  https_only,
  plain_too,  // for tests on the loopback, where there is nobody to listen
};

// How well the time is known that certificates are judged at.
enum class TimeIs {
  exact,
  at_least,  // it may be later: a certificate that begins after it is taken, one that has ended by then is not
};

// Whether a server is asked for the rest alone; one whose ranges proved wrong is asked for the whole.
enum class Ranges { yes, no };

struct Options {
  Protocols protocols = Protocols::https_only;
  // Empty: none, and the proxy variables of the environment are ignored.
  std::string proxy;
  // A PEM file of certificate authorities. Empty: the system's.
  std::string authorities;
  // What certificates are judged at; a board without a clock still knows a time floor. None: the system's time.
  std::chrono::sys_seconds certificate_time{};
  TimeIs time_is = TimeIs::exact;
  // Bytes a second over any length of time. 0: as fast as it goes.
  uint64_t max_speed = 0;
  std::chrono::seconds connect_timeout{30};
  // A transfer below `low_speed` bytes a second for so long is given up.
  uint64_t low_speed = 100;
  std::chrono::seconds low_speed_time{60};
  // All calls together end by then.
  std::chrono::seconds total{6600};  // ends before systemd ends the service (kiosk-update.service)
};

class Client {
 public:
  using Sink = std::function<Status(std::string_view)>;

  static std::unique_ptr<Client> create(const Options& options);
  virtual ~Client() = default;

  // Gives the body of `address` from `offset` on to `sink`. What a server answers to the question for the rest, the
  // whole, an earlier or a shorter part, is read as its Content-Range says: what is before `offset` is dropped, what
  // is missing is asked for.
  // Error: Code::not_found for 403, 404 and 410; Code::interrupted for what may pass (no connection, timeouts, 429 and
  // 5xx, a body that ends early); Code::refused for certificates, redirects and addresses that are not https; Code::io
  // for what somebody has to set right; the sink's own error.
  virtual Status get(const std::string& address, uint64_t offset, Ranges ranges, const Sink& sink) = 0;
  Status get(const std::string& address, uint64_t offset, const Sink& sink) {
    return get(address, offset, Ranges::yes, sink);
  }

  // Of the last call.
  virtual Answer answer() const = 0;

  // What the server's own clock says, whatever it answers otherwise. Error: as get(); Code::not_found where it says
  // nothing of a time.
  virtual Result<std::chrono::sys_seconds> time_at(const std::string& address) = 0;

  // Of Options::total; none or less: every further call would be interrupted at once.
  virtual std::chrono::milliseconds time_left() const = 0;

  // Puts `body` there (PUT); what the server answers is not read. Error: as get().
  virtual Status put(const std::string& address, const std::string& body, const std::string& content_type) = 0;
};

}  // namespace kiosk::http

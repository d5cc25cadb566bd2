// How a request was answered, and by whom: what a person needs to hear who can do something about it. Free of libcurl,
// so that it can be kept in a record and put into words elsewhere.
#pragma once

#include <string>

namespace kiosk::http {

enum class Answered {
  served,         // with what was asked for
  broken_off,     // that began to come
  nobody,         // answered
  unknown_name,   // the network knows no such host
  garbled,        // something answered that is no web server
  proxy_silent,   // the proxy did not
  proxy_sign_in,  // 407
  proxy_refused,  // any other word of the proxy's own, but for
  proxy_fault,    // 5xx: it cannot reach the server
  sign_in,        // 401
  forbidden,      // 403
  missing,        // 404, 410
  too_many,       // 429: requests
  moved,          // 3xx that points elsewhere
  web_page,       // 511, or a page where a file should be: a network that wants a sign-in
  by_law,         // 451
  fault,          // 5xx, and what passes like it
  other,          // anything else
  untrusted,      // a certificate that proves nothing
  no_https,       // no one was asked: the address is of another kind
};

struct Answer {
  Answered how = Answered::served;
  std::string who;    // the host that answered, or should have
  int code = 0;       // of HTTP; 0: there was none
  std::string where;  // moved: the host that was pointed to

  bool operator==(const Answer&) const = default;
};

}  // namespace kiosk::http

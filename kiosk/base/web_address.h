// The parts of a web address as people write it into a setting. Stricter than browsers, which repair what they are
// given: whatever is not plainly right is refused, with what to write instead. Only as much of RFC 3986 as an address
// of a server needs.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kiosk/base/result.h"

namespace kiosk {

struct WebAddress {
  std::string scheme;  // small letters
  std::string user;    // before an @; "": none
  std::string host;    // small letters, without the brackets of IPv6
  std::optional<int> port;
  std::string path;   // from the first "/"; "": none
  std::string query;  // from the first "?" or "#"

  // Error: Code::invalid, a clause: "it names no server".
  static Result<WebAddress> parse(std::string_view text);
};

}  // namespace kiosk

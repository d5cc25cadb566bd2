// Sorts what libcurl and the server say of one transfer into an Answer and an Error.
#pragma once

#include <curl/curl.h>

#include <optional>
#include <string>
#include <string_view>

#include "kiosk/base/result.h"
#include "kiosk/http/answer.h"

namespace kiosk::http {

struct Exchange {
  CURLcode result = CURLE_OK;
  int code = 0, proxy_code = 0;  // proxy_code: of its answer to CONNECT; 0: it was not asked so
  bool connected = false;        // to the server or the proxy
  bool ranged = false, put = false;
  std::string server, proxy, location;  // addresses; proxy "": none
  std::string reason;                   // libcurl's own words
};

Answer answer_of(const Exchange& exchange);

// REQUIRES: answer.how != Answered::served
Error error_of(const Answer& answer, const std::string& tried, const std::string& reason);

// "bytes 100-199/1000"
struct ContentRange {
  uint64_t first = 0, last = 0;
  std::optional<uint64_t> size;  // of the whole; none: "*"
};
std::optional<ContentRange> parse_content_range(std::string_view text);

}  // namespace kiosk::http

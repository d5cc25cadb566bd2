#include "kiosk/base/web_address.h"

#include <algorithm>

#include "kiosk/base/ascii.h"

namespace kiosk {
namespace {

Error wrong(std::string clause) { return {Code::invalid, std::move(clause)}; }

bool is_numeric(std::string_view host) {
  return std::all_of(host.begin(), host.end(), [](char c) { return ascii::is_digit(c) || c == '.'; });
}

// Four numbers up to 255.
bool is_ipv4(std::string_view host) {
  int parts = 0;
  for (size_t at = 0; at <= host.size(); ++parts) {
    size_t end = std::min(host.find('.', at), host.size()), length = end - at;
    if (length < 1 || length > 3 || std::stoi(std::string(host.substr(at, length))) > 255) return false;
    at = end + 1;
  }
  return parts == 4;
}

Status check_label(std::string_view label) {
  if (label.empty() || label.size() > 63) return wrong("a part of the server's name is empty or too long");
  if (label.front() == '-' || label.back() == '-')
    return wrong("a part of the server's name begins or ends with \"-\"");
  for (char c : label) {
    if (ascii::is_digit(c) || ascii::is_letter(c) || c == '-') continue;
    if (static_cast<unsigned char>(c) >= 0x80) return wrong("write the server's name in the letters a to z (xn--...)");
    return wrong(std::string("\"") + c + "\" cannot be in a server's name");
  }
  return {};
}

Status check_host(std::string_view host) {
  if (host.empty()) return wrong("it names no server");
  if (host.size() > 253) return wrong("the server's name is too long");
  if (is_numeric(host))
    return is_ipv4(host) ? Status{} : Status(wrong("the server's number does not have four parts from 0 to 255"));
  for (size_t at = 0; at <= host.size();) {
    size_t end = std::min(host.find('.', at), host.size());
    KIOSK_TRY_STATUS(check_label(host.substr(at, end - at)));
    at = end + 1;
  }
  return {};
}

Status check_ipv6(std::string_view host) {
  const bool plausible = host.size() >= 2 && std::all_of(host.begin(), host.end(), [](char c) {
                           return ascii::is_digit(c) || (c >= 'a' && c <= 'f') || c == ':' || c == '.';
                         });
  return plausible ? Status{} : Status(wrong("what is in brackets is not the number of a server"));
}

// "HOST", "HOST:PORT", "[IPV6]:PORT".
Status read_server(std::string_view server, WebAddress& address) {
  const bool bracketed = server.starts_with('[');
  const size_t close = bracketed ? server.find(']') : 0;
  if (close == std::string_view::npos) return wrong("a bracket is open and not closed");
  const size_t colon = server.find(':', close);
  address.host = ascii::small(bracketed ? server.substr(1, close - 1) : server.substr(0, colon));
  KIOSK_TRY_STATUS(bracketed ? check_ipv6(address.host) : check_host(address.host));
  if (colon == std::string_view::npos) return {};
  const std::string port(server.substr(colon + 1));
  const bool digits = !port.empty() && port.size() <= 5 && ascii::all_digits(port);
  if (!digits || std::stoi(port) < 1 || std::stoi(port) > 65535)
    return wrong("\"" + port + "\" is not a port: write a number from 1 to 65535 after the colon");
  address.port = std::stoi(port);
  return {};
}

// Without a beginning, or one that was mistyped: "https:/x.org", "https//x.org", "http;//x.org".
std::string without_beginning(std::string_view text) {
  for (std::string_view beginning : {"https", "http"}) {
    if (!ascii::small(text).starts_with(beginning) || text.size() == beginning.size()) continue;
    const std::string_view rest = text.substr(beginning.size());
    const size_t marks = rest.find_first_not_of(":;/\\");
    if (marks != 0 && marks != std::string_view::npos) return std::string(rest.substr(marks));
  }
  return std::string(text);
}

}  // namespace

Result<WebAddress> WebAddress::parse(std::string_view text) {
  WebAddress address;
  if (std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == 0x7F; }))
    return wrong("it holds a blank");
  const size_t mark = text.find("://");
  if (mark == std::string_view::npos || mark == 0)
    return wrong("write it whole, \"https://" + without_beginning(text) + "\"");
  address.scheme = ascii::small(text.substr(0, mark));
  std::string_view rest = text.substr(mark + 3);
  const size_t end = std::min(rest.find_first_of("/?#\\"), rest.size());
  std::string_view server = rest.substr(0, end);
  rest.remove_prefix(end);
  if (rest.starts_with('\\')) return wrong("write / and not \\");
  if (size_t at = server.rfind('@'); at != std::string_view::npos) {
    address.user = server.substr(0, at);
    server.remove_prefix(at + 1);
  }
  KIOSK_TRY_STATUS(read_server(server, address));
  const size_t query = std::min(rest.find_first_of("?#"), rest.size());
  address.path = rest.substr(0, query);
  address.query = rest.substr(query);
  return address;
}

}  // namespace kiosk

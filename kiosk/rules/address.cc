#include "kiosk/rules/address.h"

#include <algorithm>
#include <optional>

#include "kiosk/base/ascii.h"
#include "kiosk/base/utf8.h"

namespace kiosk::rules {
namespace {

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

// "%31%31%36" is 116. Twice, as servers that forward do.
std::string unescaped(std::string text) {
  for (int round = 0; round < 2; ++round) {
    std::string plain;
    for (size_t i = 0; i < text.size(); ++i) {
      int high = i + 2 < text.size() ? hex_value(text[i + 1]) : -1, low = high >= 0 ? hex_value(text[i + 2]) : -1;
      if (text[i] != '%' || low < 0) {
        plain += text[i];
      } else {
        plain += static_cast<char>(high * 16 + low);
        i += 2;
      }
    }
    text = std::move(plain);
  }
  return text;
}

constexpr std::string_view kDiallingSchemes[] = {
    "tel:", "sms:",  "smsto:", "mms:",      "mmsto:", "callto:", "facetime:", "skype:",
    "sip:", "sips:", "im:",    "whatsapp:", "viber:", "tg:",     "signal:",   "sgnl:"};
constexpr std::string_view kNumberParameters[] = {"phone=", "tel=", "telephone=", "mobile=", "msisdn="};
// Hosts whose addresses name a person by a number.
constexpr std::string_view kDiallingHosts[] = {
    "wa.me",     "whatsapp.com", "t.me",   "telegram.me", "telegram.dog", "viber.com", "viber.me", "viber.click",
    "signal.me", "zalo.me",      "imo.im", "m.me",        "line.me",      "vb.me",     "wa.link"};

bool is_letter_or_digit(char c) { return ascii::is_small(c) || ascii::is_digit(c); }

bool is_host_end(std::string_view text, size_t end) {
  return end == text.size() || (!is_letter_or_digit(text[end]) && text[end] != '-' && text[end] != '.');
}

}  // namespace

bool is_web_address(std::string_view address) {
  std::string plain = ascii::small(address);
  size_t scheme = plain.starts_with("https://") ? 8 : plain.starts_with("http://") ? 7 : 0;
  if (scheme == 0) return false;
  for (size_t at = 0; at < address.size();) {
    std::optional<char32_t> c = next_code_point(address, at);
    bool blank = !c || *c <= 0x20 || *c == 0x7F || *c == 0xA0 || *c == 0x1680 || (*c >= 0x2000 && *c <= 0x200F) ||
                 (*c >= 0x2028 && *c <= 0x202F) || (*c >= 0x205F && *c <= 0x206F) || *c == 0x3000 || *c == 0xFEFF ||
                 *c == '<' || *c == '>' || *c == '"' || *c == '\\' || *c == '`' || *c == '{' || *c == '}' ||
                 *c == '|' || *c == '^';
    if (blank) return false;
  }
  std::string host = plain.substr(scheme, plain.find_first_of("/?#", scheme) - scheme);
  if (host.find('@') != std::string::npos) return false;
  if (size_t port = host.rfind(':'); port != std::string::npos) {
    std::string digits = host.substr(port + 1);
    if (digits.empty() || digits.size() > 5 || digits.find_first_not_of("0123456789") != std::string::npos)
      return false;
    host.resize(port);
  }
  // At least two labels, none of them empty: what a visitor types has an end such as .org.
  if (host.size() > 253 || host.find('.') == std::string::npos || host.ends_with('.')) return false;
  for (size_t begin = 0; begin <= host.size();) {
    size_t end = std::min(host.find('.', begin), host.size());
    if (end == begin || end - begin > 63 || host[begin] == '-' || host[end - 1] == '-') return false;
    bool proper =
        std::all_of(host.begin() + static_cast<std::ptrdiff_t>(begin), host.begin() + static_cast<std::ptrdiff_t>(end),
                    [](char c) { return is_letter_or_digit(c) || c == '-' || static_cast<unsigned char>(c) >= 0x80; });
    if (!proper) return false;
    begin = end + 1;
  }
  return true;
}

std::string dialling_part(std::string_view address) {
  std::string plain = unescaped(ascii::small(address));
  for (std::string_view scheme : kDiallingSchemes) {
    for (size_t at = plain.find(scheme); at != std::string::npos; at = plain.find(scheme, at + 1)) {
      if (at == 0 || !is_letter_or_digit(plain[at - 1])) return std::string(scheme);
    }
  }
  for (std::string_view name : kNumberParameters) {
    size_t at = plain.find(name);
    if (at != std::string::npos && (plain[at - 1] == '?' || plain[at - 1] == '&')) return std::string(name);
  }
  for (std::string_view host : kDiallingHosts) {
    for (size_t at = plain.find(host); at != std::string::npos; at = plain.find(host, at + 1)) {
      bool begins = at == 0 || plain[at - 1] == '.' || !is_letter_or_digit(plain[at - 1]);
      if (begins && is_host_end(plain, at + host.size()) && plain[at == 0 ? 0 : at - 1] != '-')
        return std::string(host);
    }
  }
  return {};
}

std::string known_number_in(std::string_view address, const KnownNumbers& known) {
  std::vector<std::string> found = find_phone_numbers(unescaped(ascii::small(address)), known);
  for (const std::string& number : found) {
    if (std::string digits = digits_of(number); known.contains(digits)) return digits;
  }
  return {};
}

}  // namespace kiosk::rules

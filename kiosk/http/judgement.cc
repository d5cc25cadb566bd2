#include "kiosk/http/judgement.h"

#include <algorithm>
#include <charconv>

#include "kiosk/base/web_address.h"

namespace kiosk::http {
namespace {

// As a person knows it: the host's name, or the address as it was written where that is none.
std::string host_of(const std::string& address) {
  auto parsed = WebAddress::parse(address);
  return parsed.ok() ? parsed->host : address;
}

// A relative address stays with who sent it.
std::string host_pointed_to(const Exchange& exchange) {
  auto parsed = WebAddress::parse(exchange.location);
  return parsed.ok() ? parsed->host : host_of(exchange.server);
}

Answered of_code(const Exchange& exchange) {
  switch (exchange.code) {
    case 200: return Answered::served;
    case 201:
    case 202:
    case 204: return exchange.put ? Answered::served : Answered::other;
    case 206: return exchange.ranged ? Answered::served : Answered::other;
    // A range was asked for that the server does not have: its file is shorter than what we hold of it.
    case 416: return exchange.ranged ? Answered::served : Answered::other;
    case 401: return Answered::sign_in;
    case 403: return Answered::forbidden;
    case 404:
    case 410: return Answered::missing;
    case 407: return Answered::proxy_sign_in;
    case 408:
    case 425: return Answered::fault;
    case 429: return Answered::too_many;
    case 451: return Answered::by_law;
    case 511: return Answered::web_page;
    default: break;
  }
  if (exchange.code >= 300 && exchange.code < 400) return exchange.location.empty() ? Answered::other : Answered::moved;
  return exchange.code >= 500 ? Answered::fault : Answered::other;
}

// Where no server said anything.
Answered of_result(const Exchange& exchange) {
  switch (exchange.result) {
    // Also said of an answer that is not HTTP.
    case CURLE_UNSUPPORTED_PROTOCOL: return exchange.connected ? Answered::garbled : Answered::no_https;
    case CURLE_URL_MALFORMAT: return Answered::no_https;
    case CURLE_GOT_NOTHING:
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_SSL_CONNECT_ERROR: return Answered::garbled;
    case CURLE_COULDNT_RESOLVE_HOST: return Answered::unknown_name;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR: return Answered::untrusted;
    case CURLE_COULDNT_RESOLVE_PROXY: return Answered::proxy_silent;
    case CURLE_COULDNT_CONNECT: return exchange.proxy.empty() ? Answered::nobody : Answered::proxy_silent;
    default: return Answered::nobody;
  }
}

std::string clause_of(const Answer& answer) {
  const std::string code = " (" + std::to_string(answer.code) + ").";
  switch (answer.how) {
    case Answered::served:
    case Answered::broken_off:
    case Answered::nobody:
    case Answered::unknown_name:
    case Answered::proxy_silent: break;
    case Answered::garbled: return "what answers at " + answer.who + " is no web server. Try again later.";
    case Answered::proxy_fault:
      return "the proxy " + answer.who + " cannot reach the server" + code + " Try again later.";
    case Answered::proxy_sign_in: return "the proxy " + answer.who + " wants a sign-in" + code;
    case Answered::proxy_refused: return "the proxy " + answer.who + " does not let it through" + code;
    case Answered::sign_in: return "the server " + answer.who + " wants a sign-in" + code;
    case Answered::forbidden: return "the server " + answer.who + " has no such file, or keeps it to itself" + code;
    case Answered::missing: return "the server " + answer.who + " has no such file" + code;
    case Answered::too_many: return "the server " + answer.who + " has too many requests" + code + " Try again later.";
    case Answered::moved:
      return "the server " + answer.who + " points to " + answer.where + ", which is not followed" + code;
    case Answered::web_page:
      return "a web page came in place of the file, as from a network that wants a sign-in" + code;
    case Answered::by_law: return "the server " + answer.who + " may not give it out" + code;
    case Answered::fault: return "the server " + answer.who + " has a fault of its own" + code + " Try again later.";
    case Answered::other: return "the server " + answer.who + " answers " + std::to_string(answer.code) + ".";
    case Answered::untrusted: return "the certificate of " + answer.who + " is not to be trusted.";
    case Answered::no_https: return "it is not an https address.";
  }
  return "";
}

}  // namespace

Answer answer_of(const Exchange& exchange) {
  const bool by_proxy = exchange.proxy_code != 0 && exchange.proxy_code / 100 != 2;
  Answer answer;
  answer.code = by_proxy ? exchange.proxy_code : exchange.code;
  if (by_proxy) {
    answer.how = exchange.proxy_code == 407   ? Answered::proxy_sign_in
                 : exchange.proxy_code >= 500 ? Answered::proxy_fault
                                              : Answered::proxy_refused;
  } else if (exchange.code == 0) {
    answer.how = of_result(exchange);
  } else {
    answer.how = of_code(exchange);
    const bool broke_off = exchange.result != CURLE_OK && exchange.code != 416;  // whose page is not read
    if (answer.how == Answered::served && broke_off) answer.how = Answered::broken_off;
  }
  const bool proxy = by_proxy || answer.how == Answered::proxy_sign_in || answer.how == Answered::proxy_silent;
  answer.who = host_of(proxy && !exchange.proxy.empty() ? exchange.proxy : exchange.server);
  if (answer.how == Answered::moved) answer.where = host_pointed_to(exchange);
  return answer;
}

Error error_of(const Answer& answer, const std::string& tried, const std::string& reason) {
  const std::string clause = clause_of(answer);
  const std::string sentence = tried + (clause.empty() ? reason + ". Try again later." : clause);
  switch (answer.how) {
    case Answered::served:
    case Answered::broken_off:
    case Answered::nobody:
    case Answered::unknown_name:
    case Answered::garbled:
    case Answered::proxy_silent:
    case Answered::proxy_fault:
    case Answered::too_many:
    case Answered::web_page:
    case Answered::fault: return {Code::interrupted, sentence};
    case Answered::forbidden:
    case Answered::missing: return {Code::not_found, sentence};
    case Answered::untrusted: return {Code::refused, sentence + " " + reason + "."};
    case Answered::moved:
    case Answered::no_https: return {Code::refused, sentence};
    case Answered::proxy_sign_in:
    case Answered::proxy_refused:
    case Answered::sign_in:
    case Answered::by_law:
    case Answered::other: return {Code::io, sentence};
  }
  return {Code::io, sentence};
}

std::optional<ContentRange> parse_content_range(std::string_view text) {
  constexpr std::string_view kUnit = "bytes ";
  if (!text.starts_with(kUnit)) return std::nullopt;
  text.remove_prefix(kUnit.size());
  ContentRange range;
  auto first = std::from_chars(text.data(), text.data() + text.size(), range.first);
  if (first.ec != std::errc() || first.ptr == text.data() + text.size() || *first.ptr != '-') return std::nullopt;
  auto last = std::from_chars(first.ptr + 1, text.data() + text.size(), range.last);
  if (last.ec != std::errc() || last.ptr == text.data() + text.size() || *last.ptr != '/') return std::nullopt;
  const std::string_view size = text.substr(static_cast<size_t>(last.ptr + 1 - text.data()));
  uint64_t whole = 0;
  auto end = std::from_chars(size.data(), size.data() + size.size(), whole);
  if (size != "*" && (end.ec != std::errc() || end.ptr != size.data() + size.size())) return std::nullopt;
  if (size != "*") range.size = whole;
  const bool sensible = range.first <= range.last && (!range.size || range.last < *range.size);
  return sensible ? std::optional(range) : std::nullopt;
}

}  // namespace kiosk::http

// Whom the client talks to: a server whose certificate is for this very address, now, and no one in between.
#include <doctest/doctest.h>

#include <cstdlib>

#include "kiosk/http/client.h"
#include "tests/support/http_server.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/tls_server.h"

namespace kiosk::http {
namespace {

using std::chrono::hours;
using test::Certificate;
using test::TlsServer;

std::chrono::sys_seconds now() { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); }

Options trusting(const TlsServer& server) {
  Options options;
  options.authorities = server.authorities();
  options.total = std::chrono::seconds(20);
  return options;
}

Status get(const Options& options, const std::string& address) {
  return Client::create(options)->get(address, 0, [](std::string_view) { return Status(); });
}

// What becomes of it must be the same for everyone who looks: the client's answer, and whether the server was asked
// anything.
void refuses(TlsServer& server, const Options& options) {
  Status status = get(options, server.address() + "/a");
  REQUIRE_FALSE(status.ok());
  CHECK(status.error().code == Code::refused);
  CHECK(server.answered() == 0);
}

TEST_CASE("a server is believed by a certificate of its own name that a known authority vouches for") {
  TlsServer server(Certificate{});
  CHECK(get(trusting(server), server.address() + "/a").ok());
  CHECK(server.answered() == 1);
}

TEST_CASE("a certificate for another name is refused, though the authority is known") {
  for (const char* name : {"DNS:mirror.example", "IP:127.0.0.2"}) {
    TlsServer server(Certificate{name});
    refuses(server, trusting(server));
  }
}

TEST_CASE("a certificate that no known authority vouches for is refused") {
  TlsServer server(Certificate{}), other(Certificate{});
  refuses(server, trusting(other));
}

TEST_CASE("a certificate that has ended, or that begins later, is refused by a clock that is known to be right") {
  TlsServer ended(Certificate{"IP:127.0.0.1", -7200, -3600}), early(Certificate{"IP:127.0.0.1", 3600, 7200});
  refuses(ended, trusting(ended));
  refuses(early, trusting(early));
}

TEST_CASE("who only knows that it is not earlier than some day takes a certificate that begins later, and no other") {
  TlsServer server(Certificate{}), ended(Certificate{"IP:127.0.0.1", -7200, -3600});
  TlsServer elsewhere(Certificate{"DNS:mirror.example"}), unknown(Certificate{});
  auto a_year_behind = [&](const TlsServer& authority) {
    Options options = trusting(authority);
    options.certificate_time = now() - hours(365 * 24);
    options.time_is = TimeIs::at_least;
    return options;
  };
  CHECK(get(a_year_behind(server), server.address() + "/a").ok());
  refuses(elsewhere, a_year_behind(elsewhere));
  refuses(unknown, a_year_behind(server));
  Options options = trusting(ended);
  options.certificate_time = now();
  options.time_is = TimeIs::at_least;
  refuses(ended, options);
}

TEST_CASE("files of this machine are no addresses") {
  test::TemporaryFolder folder;
  test::write_file(folder / "timestamp.json", "{}");
  for (Protocols protocols : {Protocols::https_only, Protocols::plain_too}) {
    Options options;
    options.protocols = protocols;
    std::string read;
    Status status = Client::create(options)->get("file://" + (folder / "timestamp.json").string(), 0,
                                                 [&](std::string_view piece) { return read += piece, Status(); });
    REQUIRE_FALSE(status.ok());
    CHECK(status.error().code == Code::refused);
    CHECK(read.empty());
  }
}

TEST_CASE("a proxy that the environment names is not asked, one of the settings is") {
  test::HttpServer server({{"a", "x"}}, test::Manners::good), proxy({{"a", "x"}}, test::Manners::good);
  Options options;
  options.protocols = Protocols::plain_too;
  for (const char* name : {"http_proxy", "https_proxy", "all_proxy", "ALL_PROXY"})
    ::setenv(name, proxy.address().c_str(), 1);
  CHECK(get(options, server.address() + "/a").ok());
  CHECK(proxy.requests().empty());
  for (const char* name : {"http_proxy", "https_proxy", "all_proxy", "ALL_PROXY"}) ::unsetenv(name);
  options.proxy = proxy.address();
  (void)get(options, "http://repository.example/a");
  REQUIRE(proxy.requests().size() == 1);
  CHECK(proxy.requests().front() == "GET http://repository.example/a");
}

}  // namespace
}  // namespace kiosk::http

#include "kiosk/http/client.h"

#include <doctest/doctest.h>

#include <chrono>
#include <string>

#include "tests/support/http_server.h"

namespace kiosk::http {
namespace {

using test::HttpServer;
using test::Manners;

std::string sample(size_t size) {
  std::string text;
  for (size_t i = 0; i < size; ++i) text += static_cast<char>('a' + i * 7 % 26);
  return text;
}

Options loopback() {
  Options options;
  options.protocols = Protocols::plain_too;
  options.total = std::chrono::seconds(20);
  return options;
}

struct Fetched {
  Status status;
  std::string body;
};

Fetched fetch(HttpServer& server, const std::string& path, uint64_t offset = 0, Options options = loopback()) {
  Fetched fetched;
  fetched.status = Client::create(options)->get(server.address() + path, offset, [&](std::string_view piece) -> Status {
    fetched.body += piece;
    if (fetched.body.size() > 10'000'000) return Error{Code::damaged, "too long"};
    return {};
  });
  return fetched;
}

TEST_CASE("a file comes whole, and what is missing is told apart") {
  HttpServer server({{"a", sample(100'000)}}, Manners::good);
  Fetched fetched = fetch(server, "/a");
  CHECK(fetched.status.ok());
  CHECK((fetched.body == sample(100'000)));
  CHECK(fetch(server, "/b").status.error().code == Code::not_found);
}

TEST_CASE("a transfer goes on where it was cut, by range") {
  const std::string file = sample(100'000);
  HttpServer server({{"a", file}}, Manners::cut);
  Fetched first = fetch(server, "/a");
  REQUIRE_FALSE(first.status.ok());
  CHECK(first.status.error().code == Code::interrupted);
  REQUIRE(first.body.size() == 50'000);
  Fetched second = fetch(server, "/a", first.body.size());
  CHECK(second.status.ok());
  CHECK((first.body + second.body == file));
  CHECK(server.requests().back() == "GET /a bytes=50000-");
  CHECK(server.bytes_sent() < 101'000);
}

TEST_CASE("a server that does not know ranges is read from the start, and gives the same bytes") {
  const std::string file = sample(100'000);
  HttpServer server({{"a", file}}, Manners::no_range);
  Fetched fetched = fetch(server, "/a", 60'000);
  CHECK(fetched.status.ok());
  CHECK((fetched.body == file.substr(60'000)));
}

TEST_CASE("a redirect is not followed") {
  HttpServer server({{"elsewhere", "x"}}, Manners::redirect);
  CHECK(fetch(server, "/a").status.error().code == Code::refused);
  CHECK(server.requests() == std::vector<std::string>{"GET /a"});
}

TEST_CASE("a part that nobody asked for is not taken for the whole") {
  HttpServer server({{"a", sample(1000)}}, Manners::wrong_range);
  Fetched fetched = fetch(server, "/a");
  CHECK_FALSE(fetched.status.ok());
  CHECK(fetched.body.empty());
}

TEST_CASE("what may pass is called interrupted") {
  for (Manners manners : {Manners::busy, Manners::short_body}) {
    HttpServer server({{"a", sample(1000)}}, manners);
    CHECK(fetch(server, "/a").status.error().code == Code::interrupted);
  }
  std::string address;
  {
    HttpServer gone({}, Manners::good);
    address = gone.address();
  }
  auto client = Client::create(loopback());
  CHECK(client->get(address + "/a", 0, [](std::string_view) { return Status(); }).error().code == Code::interrupted);
}

TEST_CASE("the sink's word ends an endless body") {
  HttpServer server({{"a", sample(50'000)}}, Manners::endless);
  Fetched fetched = fetch(server, "/a");
  REQUIRE_FALSE(fetched.status.ok());
  CHECK(fetched.status.error().code == Code::damaged);
}

TEST_CASE("a server that says nothing is given up when the time is up") {
  HttpServer server({{"a", "x"}}, Manners::silent);
  Options options = loopback();
  options.total = std::chrono::seconds(1);
  auto begin = std::chrono::steady_clock::now();
  CHECK(fetch(server, "/a", 0, options).status.error().code == Code::interrupted);
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(5));
}

TEST_CASE("plain http is refused unless it was allowed") {
  HttpServer server({{"a", "x"}}, Manners::good);
  Options options = loopback();
  options.protocols = Protocols::https_only;
  CHECK(fetch(server, "/a", 0, options).status.error().code == Code::refused);
  CHECK(server.requests().empty());
}

TEST_CASE("a report is put whole, under its type, and the client fetches afterwards as before") {
  const std::string report = "kiosk_up 1\n" + sample(100'000);
  HttpServer server({{"a", "x"}}, Manners::good);
  auto client = Client::create(loopback());
  CHECK(client->put(server.address() + "/metrics/job/kiosk", report, "text/plain").ok());
  std::string body;
  CHECK(client->get(server.address() + "/a", 0, [&](std::string_view piece) { return body += piece, Status(); }).ok());
  CHECK(body == "x");
  const std::vector<std::string> requests = server.requests();
  REQUIRE(requests.size() == 2);
  CHECK((requests[0] == "PUT /metrics/job/kiosk text/plain: " + report));
  CHECK(requests[1] == "GET /a");
}

TEST_CASE("a report that is not taken is an error, and is taken nowhere else") {
  for (auto [manners, code] : {std::pair(Manners::busy, Code::interrupted), {Manners::redirect, Code::refused}}) {
    HttpServer server({}, manners);
    Status sent = Client::create(loopback())->put(server.address() + "/metrics", "kiosk_up 1\n", "text/plain");
    REQUIRE_FALSE(sent.ok());
    CHECK(sent.error().code == code);
    CHECK(server.requests().size() == 1);
  }
  HttpServer server({}, Manners::good);
  Options options = loopback();
  options.protocols = Protocols::https_only;
  CHECK_FALSE(Client::create(options)->put(server.address() + "/metrics", "kiosk_up 1\n", "text/plain").ok());
  CHECK(server.requests().empty());
}

TEST_CASE("the speed limit holds from one second to the next, however fast the link") {
  HttpServer server({{"a", sample(4'000'000)}}, Manners::good);
  Options options = loopback();
  options.max_speed = 1'000'000;
  auto begin = std::chrono::steady_clock::now();
  Fetched fetched = fetch(server, "/a", 0, options);
  CHECK(fetched.status.ok());
  CHECK(fetched.body.size() == 4'000'000);
  CHECK(std::chrono::steady_clock::now() - begin > std::chrono::milliseconds(3900));
}

}  // namespace
}  // namespace kiosk::http

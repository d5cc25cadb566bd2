#include "kiosk/http/client.h"

#include <doctest/doctest.h>

#include <chrono>
#include <string>

#include "kiosk/http/judgement.h"
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

TEST_CASE("a server that goes silent is given up long before the time is up") {
  HttpServer server({{"a", "x"}}, Manners::silent);
  Options options = loopback();
  options.low_speed_time = std::chrono::seconds(1);
  auto client = Client::create(options);
  CHECK(client->get(server.address() + "/a", 0, [](std::string_view) { return Status(); }).error().code ==
        Code::interrupted);
  CHECK(client->time_left().count() > 0);
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

TEST_CASE("whatever part a server sends for the rest, the bytes that come are the right ones") {
  const std::string file = sample(100'000);
  for (Manners manners : {Manners::cut, Manners::no_range, Manners::range_whole, Manners::range_earlier,
                          Manners::range_unsaid, Manners::range_later, Manners::range_shorter}) {
    HttpServer server({{"a", file}}, manners);
    std::string body;
    if (manners != Manners::no_range) body = fetch(server, "/a").body;
    Fetched rest = fetch(server, "/a", body.size());
    CHECK_MESSAGE(rest.status.ok(), static_cast<int>(manners));
    CHECK_MESSAGE((body + rest.body == file), static_cast<int>(manners));
  }
}

TEST_CASE("a range that is not wanted is not asked for") {
  const std::string file = sample(1000);
  HttpServer server({{"a", file}}, Manners::good);
  std::string body;
  auto client = Client::create(loopback());
  CHECK(client
            ->get(server.address() + "/a", 400, Ranges::no,
                  [&](std::string_view piece) { return body += piece, Status(); })
            .ok());
  CHECK((body == file.substr(400)));
  CHECK(server.requests() == std::vector<std::string>{"GET /a"});
}

TEST_CASE("what says where a part belongs is read as RFC 9110 has it, and nothing else") {
  for (const char* right : {"bytes 5-9/10", "bytes 5-9/*"}) {
    auto range = parse_content_range(right);
    REQUIRE(range.has_value());
    CHECK(range->first == 5);
    CHECK(range->last == 9);
  }
  for (const char* wrong :
       {"", "bytes", "bytes */10", "bytes 5/10", "bytes 9-5/10", "bytes -5-9/10", "bytes 5-9", "items 5-9/10",
        "bytes 5-/10", "bytes a-b/c", "bytes 5-9/9", "bytes 5-9/x", "bytes 5-9/", "bytes 99999999999999999999-9/10"})
    CHECK_MESSAGE(!parse_content_range(wrong), wrong);
}

TEST_CASE("every status is told apart by who answers and what it wants, with a page and without") {
  struct Case {
    const char* head;
    Answered how;
    Code code;
  };
  for (const Case& status : {Case{"201 Created", Answered::other, Code::io},
                             Case{"204 No Content", Answered::other, Code::io},
                             Case{"206 Partial Content", Answered::other, Code::io},
                             Case{"301 Moved\r\nLocation: https://new.example/a", Answered::moved, Code::refused},
                             Case{"302 Found\r\nLocation: http://portal.example/login", Answered::moved, Code::refused},
                             Case{"307 Temporary Redirect", Answered::other, Code::io},
                             Case{"308 Permanent Redirect\r\nLocation: /b", Answered::moved, Code::refused},
                             Case{"304 Not Modified", Answered::other, Code::io},
                             Case{"400 Bad Request", Answered::other, Code::io},
                             Case{"401 Unauthorized", Answered::sign_in, Code::io},
                             Case{"402 Payment Required", Answered::other, Code::io},
                             Case{"403 Forbidden", Answered::forbidden, Code::not_found},
                             Case{"404 Not Found", Answered::missing, Code::not_found},
                             Case{"407 Proxy Authentication Required", Answered::proxy_sign_in, Code::io},
                             Case{"408 Request Timeout", Answered::fault, Code::interrupted},
                             Case{"410 Gone", Answered::missing, Code::not_found},
                             Case{"416 Range Not Satisfiable", Answered::other, Code::io},
                             Case{"418 Teapot", Answered::other, Code::io},
                             Case{"429 Too Many Requests", Answered::too_many, Code::interrupted},
                             Case{"451 Unavailable For Legal Reasons", Answered::by_law, Code::io},
                             Case{"500 Internal Server Error", Answered::fault, Code::interrupted},
                             Case{"502 Bad Gateway", Answered::fault, Code::interrupted},
                             Case{"503 Service Unavailable", Answered::fault, Code::interrupted},
                             Case{"511 Network Authentication Required", Answered::web_page, Code::interrupted},
                             Case{"599 Odd", Answered::fault, Code::interrupted}}) {
    for (const std::string& page : {std::string(), std::string("<html>Sign in</html>"), sample(300'000)}) {
      HttpServer server({}, Manners::good);
      server.answer_always(status.head, std::string(status.head).starts_with("304") ? "" : page);
      auto client = Client::create(loopback());
      std::string body;
      Status got =
          client->get(server.address() + "/a", 0, [&](std::string_view piece) { return body += piece, Status(); });
      REQUIRE_MESSAGE(!got.ok(), status.head);
      CHECK_MESSAGE(client->answer().how == status.how, status.head << ": " << got.error().message);
      CHECK_MESSAGE(got.error().code == status.code, status.head << ": " << got.error().message);
      CHECK(client->answer().who == "127.0.0.1");
      CHECK(client->answer().code == std::stoi(status.head));
      CHECK(body.empty());
    }
  }
}

TEST_CASE("who is pointed to is named") {
  HttpServer server({}, Manners::good);
  auto client = Client::create(loopback());
  for (auto [location, host] : {std::pair("https://new.example:8443/b", "new.example"), std::pair("/b", "127.0.0.1")}) {
    server.answer_always("302 Found\r\nLocation: " + std::string(location), "");
    CHECK_FALSE(client->get(server.address() + "/a", 0, [](std::string_view) { return Status(); }).ok());
    CHECK(client->answer().where == host);
  }
}

TEST_CASE("what a proxy says of its own is the proxy's, by its name") {
  for (const auto& row :
       {std::pair("407 Proxy Authentication Required", Answered::proxy_sign_in),
        std::pair("403 Forbidden", Answered::proxy_refused), std::pair("502 Bad Gateway", Answered::proxy_fault),
        std::pair("504 Gateway Timeout", Answered::proxy_fault), std::pair("429 Too Many", Answered::proxy_refused)}) {
    const auto& head = row.first;
    const auto& how = row.second;
    HttpServer proxy({}, Manners::good);
    proxy.answer_always(head, "<html>no</html>");
    Options options = loopback();
    options.proxy = proxy.address();
    auto client = Client::create(options);
    CHECK_FALSE(client->get("https://updates.invalid/a", 0, [](std::string_view) { return Status(); }).ok());
    CHECK_MESSAGE(client->answer().how == how, head);
    CHECK(client->answer().who == "127.0.0.1");
  }
  Options options = loopback();
  {
    HttpServer gone({}, Manners::good);
    options.proxy = gone.address();
  }
  auto client = Client::create(options);
  CHECK_FALSE(client->get("https://updates.invalid/a", 0, [](std::string_view) { return Status(); }).ok());
  CHECK(client->answer().how == Answered::proxy_silent);
}

TEST_CASE("where there is no answer, it is the server that is named") {
  auto client = Client::create(loopback());
  CHECK_FALSE(client->get("http://updates.invalid/a", 0, [](std::string_view) { return Status(); }).ok());
  CHECK(client->answer() == Answer{Answered::unknown_name, "updates.invalid", 0, ""});
  std::string gone;
  gone = HttpServer({}, Manners::good).address();
  CHECK_FALSE(client->get(gone + "/a", 0, [](std::string_view) { return Status(); }).ok());
  CHECK(client->answer() == Answer{Answered::nobody, "127.0.0.1", 0, ""});
  CHECK_FALSE(client->get("ftp://updates.invalid/a", 0, [](std::string_view) { return Status(); }).ok());
  CHECK(client->answer().how == Answered::no_https);
}

TEST_CASE("something that is no web server is told from a server, and from an address that is not https") {
  HttpServer server({}, Manners::good);
  auto client = Client::create(loopback());
  for (const char* greeting :
       {"SSH-2.0-OpenSSH_9.2\r\n", "220 mail.example ESMTP\r\n", "\x15\x03\x01\r\n", "hello", ""}) {
    server.answer_raw(greeting);
    Status got = client->get(server.address() + "/a", 0, [](std::string_view) { return Status(); });
    REQUIRE_FALSE(got.ok());
    CHECK_MESSAGE(client->answer().how == Answered::garbled, greeting << ": " << got.error().message);
    CHECK(got.error().code == Code::interrupted);
  }
  server.answer_raw("HTTP/1.1 400 Bad Request\r\n\r\n");
  const std::string tls = "https" + server.address().substr(4);
  CHECK_FALSE(client->get(tls + "/a", 0, [](std::string_view) { return Status(); }).ok());
  CHECK(client->answer().how == Answered::garbled);
}

}  // namespace
}  // namespace kiosk::http

#include "kiosk/update/http_source.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "kiosk/crypto/sha256.h"
#include "kiosk/update/fetch.h"
#include "tests/support/http_server.h"
#include "tests/support/simulated_client.h"
#include "tests/support/simulated_store.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::update {
namespace {

using std::chrono::milliseconds;
using test::HttpServer;
using test::Manners;

// A source whose pauses are noted and not waited for.
struct Asker {
  explicit Asker(const std::string& address, std::chrono::seconds total = std::chrono::seconds(20))
      : source(address, client(total), 1, [this](milliseconds wait) { pauses.push_back(wait); }) {}

  static std::unique_ptr<http::Client> client(std::chrono::seconds total) {
    http::Options options;
    options.protocols = http::Protocols::plain_too;
    options.total = total;
    return http::Client::create(options);
  }

  std::vector<milliseconds> pauses;
  HttpSource source;
};

std::string text_of_numbers(size_t size) {
  std::string text;
  for (int i = 0; text.size() < size; ++i) text += std::to_string(i) + ",";
  return text;
}

TEST_CASE("waits double up to a minute, each by chance between half and all of it, and begin anew after success") {
  BackOff one(1), other(2);
  milliseconds whole{1000};
  std::set<milliseconds> of_one, of_other;
  for (int i = 0; i < 10; ++i) {
    const milliseconds wait = one.next();
    CHECK(wait >= whole / 2);
    CHECK(wait <= whole);
    of_one.insert(wait);
    of_other.insert(other.next());
    whole = std::min(2 * whole, milliseconds(60'000));
  }
  CHECK(of_one != of_other);
  one.reset();
  CHECK(one.next() <= milliseconds(1000));
}

TEST_CASE("a transfer that is cut goes on by range after a pause, within one run") {
  const std::string file(100'000, 'x');
  HttpServer server({{"a", file}}, Manners::cut);
  Asker asker(server.address());
  auto read = asker.source.read_all("a", 1'000'000);
  REQUIRE(read.ok());
  CHECK((*read == file));
  CHECK(server.requests() == std::vector<std::string>{"GET /a", "GET /a bytes=50000-"});
  CHECK(asker.pauses.size() == 1);
}

TEST_CASE("a server that is busy is asked some times, further and further apart, and then left alone") {
  HttpServer server({{"a", "x"}}, Manners::busy);
  Asker asker(server.address());
  CHECK(asker.source.read_all("a", 100).error().code == Code::interrupted);
  CHECK(asker.source.has_answered());
  CHECK(asker.source.answer().how == http::Answered::fault);
  CHECK(server.requests().size() == 3);
  REQUIRE(asker.pauses.size() == 2);
  CHECK(asker.pauses[1] >= milliseconds(1000));
}

TEST_CASE("a refusal is final: it is not asked for twice") {
  for (Manners manners : {Manners::redirect, Manners::good, Manners::endless}) {
    HttpServer server({{"long", std::string(50'000, 'x')}}, manners);
    Asker asker(server.address());
    CHECK_FALSE(asker.source.read_all(manners == Manners::endless ? "long" : "none", 100).ok());
    CHECK(server.requests().size() == 1);
    CHECK(asker.pauses.empty());
    CHECK(asker.source.has_answered());
  }
}

TEST_CASE("once the time for all is up nothing is tried again") {
  HttpServer server({{"a", "x"}}, Manners::silent);
  Asker asker(server.address(), std::chrono::seconds(1));
  CHECK(asker.source.read_all("a", 100).error().code == Code::interrupted);
  CHECK(asker.pauses.empty());
}

TEST_CASE("whatever a mirror does, a kiosk ends with the whole of it or with what it had") {
  test::RepositorySimulator repository(test::kNow);
  test::publish_release(repository, {"number 116", std::string(200'000, 'w'), {"a picture"}});
  for (Manners manners :
       {Manners::good, Manners::no_range, Manners::cut, Manners::endless, Manners::redirect, Manners::busy,
        Manners::captive, Manners::wrong_range, Manners::range_whole, Manners::range_earlier, Manners::range_shorter,
        Manners::range_unsaid, Manners::range_later}) {
    HttpServer server(repository.files, manners);
    test::SimulatedStore kiosk(repository);
    Asker asker(server.address());
    const Report report = kiosk.update_from(asker.source);
    const bool serves = manners == Manners::good || manners == Manners::no_range || manners == Manners::cut ||
                        manners >= Manners::range_whole;
    CHECK((report.outcome == Outcome::updated) == serves);
    CHECK(kiosk.current("contacts.db") == (serves ? "number 116" : ""));
  }
}

TEST_CASE("an address where nobody answers has an outcome of its own") {
  std::string address;
  {
    HttpServer gone({}, Manners::good);
    address = gone.address();
  }
  test::RepositorySimulator repository(test::kNow);
  test::SimulatedStore kiosk(repository);
  kiosk.options.origin = Origin::network;
  Asker asker(address);
  CHECK(kiosk.update_from(asker.source).outcome == Outcome::no_connection);
  CHECK(read_outcome(kiosk.store)->report.origin == Origin::network);
}

TEST_CASE("whatever part a server gives for the rest of a large file, however often, the file comes whole") {
  const std::string file = text_of_numbers(200'000);
  const Wanted wanted{"a", crypto::sha256(file), file.size()};
  for (Manners manners : {Manners::cut, Manners::no_range, Manners::range_whole, Manners::range_earlier,
                          Manners::range_shorter, Manners::range_unsaid, Manners::range_later, Manners::range_false}) {
    for (size_t held : {size_t{0}, size_t{1}, size_t{100'000}, file.size() - 1}) {
      HttpServer server({{"a", file}}, manners);
      Asker asker(server.address());
      test::TemporaryFolder staging;
      if (held > 0) test::write_file(staging / (wanted.digest.hex() + ".part"), file.substr(0, held));
      auto fetched = fetch(asker.source, wanted, staging.path(), [](uint64_t) {});
      REQUIRE_MESSAGE(fetched.ok(), static_cast<int>(manners) << " " << held << ": " << fetched.error().message);
      CHECK((test::read_file(*fetched) == file));
    }
  }
}

TEST_CASE("a server that gives anything but the delta costs a full download and nothing else") {
  const std::string old_words = text_of_numbers(200'000), new_words = old_words + "one more";
  const std::string page = "<html>Sign in</html>";
  for (const auto& row : std::vector<std::pair<std::string, std::string>>{
           {"500 Internal Server Error", page},
           {"500 Internal Server Error", ""},
           {"503 Service Unavailable\r\nRetry-After: 3600", ""},
           {"200 OK", page},
           {"200 OK", ""},
           {"204 No Content", ""},
           {"206 Partial Content\r\nContent-Range: bytes 0-4/5", "wrong"},
           {"302 Found\r\nLocation: https://elsewhere.example/", ""},
           {"400 Bad Request", page},
           {"401 Unauthorized", page},
           {"403 Forbidden", page},
           {"404 Not Found", page},
           {"416 Range Not Satisfiable", ""},
           {"429 Too Many Requests", ""},
           {"451 Unavailable For Legal Reasons", page},
           {"999 No Such Thing", page},
       }) {
    const auto& head = row.first;
    const auto& body = row.second;
    test::RepositorySimulator repository(test::kNow);
    test::publish_release(repository, {"n", old_words, {}});
    test::SimulatedStore kiosk(repository);
    REQUIRE(kiosk.update().outcome == Outcome::updated);
    test::add_delta(repository, old_words, new_words);
    test::publish_release(repository, {"n", new_words, {}});
    HttpServer server(repository.files, Manners::good);
    server.answer_at("/targets/delta/", head, body);
    Asker asker(server.address());
    const Report report = kiosk.update_from(asker.source);
    CHECK_MESSAGE(report.outcome == Outcome::updated, head << ": " << report.detail);
    CHECK((kiosk.current("content.db") == new_words));
    CHECK(sentence_for(report).starts_with("Updated to version"));
    const auto asked = server.requests();
    CHECK(std::any_of(asked.begin(), asked.end(),
                      [](const std::string& request) { return request.find("/targets/delta/") != std::string::npos; }));
  }
}

TEST_CASE("a file that is really damaged is not fetched for ever") {
  HttpServer server({{"a", std::string(1000, 'y')}}, Manners::good);
  Asker asker(server.address());
  test::TemporaryFolder staging;
  CHECK(test::code_of(fetch(asker.source, {"a", crypto::sha256("x"), 1000}, staging.path(), [](uint64_t) {})) ==
        Code::damaged);
  CHECK(server.requests().size() == 1);
}

TEST_CASE("a web page in place of a file is a file that is not there") {
  for (const char* page : {"<html></html>", "<!DOCTYPE html><title>Sign in</title>", "\r\n  <HTML>",
                           "\xEF\xBB\xBF<html>", "<?xml version=\"1.0\"?><Error>NoSuchKey</Error>"}) {
    HttpServer server({}, Manners::good);
    server.answer_always("200 OK\r\nContent-Type: text/html", page);
    Asker asker(server.address());
    auto read = asker.source.read_all("metadata/2.root.json", 1000);
    REQUIRE_FALSE(read.ok());
    CHECK(read.error().code == Code::not_found);
    CHECK(asker.source.answer().how == http::Answered::web_page);
  }
  HttpServer server({}, Manners::good);
  server.answer_always("200 OK\r\nContent-Type: text/html", "{\"a\": \"<html>\"}");
  Asker asker(server.address());
  CHECK_MESSAGE(asker.source.read_all("a", 1000).ok(), "a server that calls everything a page");
}

TEST_CASE("a server that answers a page for every file that it has not serves updates all the same") {
  test::RepositorySimulator repository(test::kNow);
  test::publish_release(repository, {"number 116", "words", {"a picture"}});
  HttpServer server(repository.files, Manners::page_for_missing);
  test::SimulatedStore kiosk(repository);
  Asker asker(server.address());
  CHECK(kiosk.update_from(asker.source).outcome == Outcome::updated);
}

TEST_CASE("a repository whose line ends a copy has changed was altered in copying, and is not another kiosk's") {
  test::RepositorySimulator repository(test::kNow);
  test::publish_release(repository, {"number 116", "words", {"a picture"}});
  std::map<std::string, std::string> copied = repository.files;
  for (auto& [path, bytes] : copied)
    if (path.ends_with(".json")) bytes += "\r\n";
  HttpServer server(copied, Manners::good);
  for (auto [origin, words] : {std::pair(Origin::stick, "This stick was altered in copying"),
                               std::pair(Origin::network, "What the network offers was altered in copying")}) {
    test::SimulatedStore kiosk(repository);
    kiosk.options.origin = origin;
    Asker asker(server.address());
    const Report report = kiosk.update_from(asker.source);
    CHECK(report.outcome == Outcome::refused);
    CHECK_MESSAGE(sentence_for(report).starts_with(words), sentence_for(report));
    CHECK(sentence_for(read_outcome(kiosk.store)->report) == sentence_for(report));
  }
}

TEST_CASE("every refusal on the way is told by who it was and what it wants, and is the same when it is read again") {
  test::RepositorySimulator repository(test::kNow);
  struct Case {
    const char* head;
    Outcome outcome;
    const char* words;
  };
  for (const Case& refusal : {
           Case{"301 Moved\r\nLocation: https://new.example/", Outcome::refused,
                "127.0.0.1 sends the kiosk on to new.example"},
           Case{"400 Bad Request", Outcome::failed, "The server 127.0.0.1 gives no content; it answers 400"},
           Case{"401 Unauthorized", Outcome::failed, "The server 127.0.0.1 wants a sign-in"},
           Case{"403 Forbidden", Outcome::nothing_there, "The server 127.0.0.1 does not let the kiosk in (403)"},
           Case{"404 Not Found", Outcome::nothing_there, "The server 127.0.0.1 has no content at this address (404)"},
           Case{"407 Proxy Authentication Required", Outcome::failed, "wants a sign-in"},
           Case{"429 Too Many Requests", Outcome::interrupted, "The server 127.0.0.1 has too many requests"},
           Case{"451 Unavailable", Outcome::failed, "for legal reasons (451)"},
           Case{"500 Internal Server Error", Outcome::interrupted, "has a fault of its own (500)"},
           Case{"511 Network Authentication Required", Outcome::interrupted, "A web page came from 127.0.0.1"},
           Case{"200 OK", Outcome::nothing_there, "A web page came from 127.0.0.1"},
           Case{"204 No Content", Outcome::failed, "it answers 204"},
       }) {
    HttpServer server({}, Manners::good);
    server.answer_always(refusal.head, std::string(refusal.head).starts_with("204") ? "" : "<html>Sign in</html>");
    test::SimulatedStore kiosk(repository);
    kiosk.options.origin = Origin::network;
    Asker asker(server.address());
    const Report report = kiosk.update_from(asker.source);
    const std::string sentence = sentence_for(report);
    CHECK_MESSAGE(report.outcome == refusal.outcome, refusal.head << ": " << report.detail);
    CHECK_MESSAGE(sentence.find(refusal.words) != std::string::npos, refusal.head << ": " << sentence);
    CHECK(sentence_for(read_outcome(kiosk.store)->report) == sentence);
  }
}

}  // namespace
}  // namespace kiosk::update

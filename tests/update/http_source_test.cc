#include "kiosk/update/http_source.h"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

#include "tests/support/http_server.h"
#include "tests/support/simulated_client.h"
#include "tests/support/simulated_store.h"

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
  CHECK_FALSE(asker.source.has_answered());
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
  for (Manners manners : {Manners::good, Manners::no_range, Manners::cut, Manners::endless, Manners::redirect,
                          Manners::busy, Manners::captive, Manners::wrong_range}) {
    HttpServer server(repository.files, manners);
    test::SimulatedStore kiosk(repository);
    Asker asker(server.address());
    const Report report = kiosk.update_from(asker.source);
    const bool serves = manners == Manners::good || manners == Manners::no_range || manners == Manners::cut;
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

}  // namespace
}  // namespace kiosk::update

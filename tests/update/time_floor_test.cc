#include "kiosk/update/time_floor.h"

#include <doctest/doctest.h>

#include "kiosk/base/instant.h"
#include "kiosk/update/tuf/parse.h"
#include "tests/support/simulated_client.h"
#include "tests/support/simulated_store.h"

namespace kiosk::update {
namespace {

using test::kNow;
using test::publish_release;
using test::RepositorySimulator;
using test::SimulatedStore;

const Instant k1970 = Instant();
const Instant k2099 = *parse_instant("2099-01-01T00:00:00Z");

TEST_CASE("a clock nobody vouches for changes nothing: a newer source is taken in 1970, today and 2099") {
  for (Instant time : {k1970, kNow, k2099}) {
    RepositorySimulator repository(kNow);
    publish_release(repository, {"first", "words", {}});
    SimulatedStore kiosk(repository);
    kiosk.clock.time = time;
    kiosk.clock.vouched_for = false;
    REQUIRE(kiosk.update().outcome == Outcome::updated);
    repository.timestamp.created = repository.snapshot.created = kNow + std::chrono::hours(1);
    publish_release(repository, {"second", "words", {}});
    REQUIRE(kiosk.update().outcome == Outcome::updated);
    TimeFloor floor = load_time_floor(kiosk.store, kiosk.options.first_root, kiosk.options.build);
    CHECK(floor.value() == kNow + std::chrono::hours(1));
  }
}

TEST_CASE("a synchronised clock refuses what has expired, and the floor does not follow it") {
  RepositorySimulator repository(kNow);
  publish_release(repository, {"first", "words", {}});
  SimulatedStore kiosk(repository);
  REQUIRE(kiosk.update().outcome == Outcome::updated);
  kiosk.clock.time = kNow + std::chrono::days(366);
  publish_release(repository, {"second", "words", {}});
  CHECK(kiosk.update().outcome == Outcome::expired);
  CHECK(kiosk.current("contacts.db") == "first");
  CHECK(load_time_floor(kiosk.store, kiosk.options.first_root, kiosk.options.build).value() == kNow);
  kiosk.options.expired = tuf::Expired::accept;
  CHECK(kiosk.update().outcome == Outcome::updated);
}

TEST_CASE("an old stick stays expired for a kiosk that has proof of a later time") {
  RepositorySimulator repository(kNow);
  publish_release(repository, {"first", "words", {}});
  SimulatedStore kiosk(repository);
  kiosk.clock.time = k1970;
  kiosk.clock.vouched_for = false;
  kiosk.options.build = kNow + std::chrono::days(366);
  CHECK(kiosk.update().outcome == Outcome::expired);
}

TEST_CASE("the clock is believed between the floor and ten years later, if somebody vouches for it") {
  TimeFloor floor{kNow, kNow + std::chrono::days(10)};
  test::FixedClock clock(kNow + std::chrono::days(20));
  CHECK(time_for_checks(floor, clock) == clock.time);
  clock.vouched_for = false;
  CHECK(time_for_checks(floor, clock) == kNow + std::chrono::days(10));
  clock.vouched_for = true;
  for (Instant time : {k1970, kNow + std::chrono::days(9), k2099}) {
    clock.time = time;
    CHECK(clock_is_doubtful(floor, clock));
    CHECK(time_for_checks(floor, clock) == kNow + std::chrono::days(10));
  }
}

TEST_CASE("one key that says 2099 beside others that end next year says nothing") {
  RepositorySimulator repository(kNow);
  publish_release(repository, {"first", "words", {}});
  SimulatedStore kiosk(repository);
  kiosk.clock.vouched_for = false;
  REQUIRE(kiosk.update().outcome == Outcome::updated);
  repository.timestamp.created = k2099 - std::chrono::days(1);
  repository.timestamp.expires = k2099;
  publish_release(repository, {"stolen", "words", {}});
  REQUIRE(kiosk.update().outcome == Outcome::updated);
  CHECK(load_time_floor(kiosk.store, kiosk.options.first_root, kiosk.options.build).value() == kNow);
  repository.timestamp.created = kNow;
  repository.timestamp.expires = kNow + std::chrono::days(365);
  publish_release(repository, {"next", "words", {}});
  CHECK(kiosk.update().outcome == Outcome::updated);
}

// A publisher's key that says a time as late as the others allow, and content that is signed today for half a year.
void set_the_time_ahead(RepositorySimulator& repository) {
  repository.timestamp.created = repository.snapshot.created = kNow + std::chrono::days(300);
  publish_release(repository, {"stolen", "words", {}});
}

void replace_the_key(RepositorySimulator& repository) {
  repository.replace_keys("timestamp", 1, 1);
  repository.replace_keys("snapshot", 1, 1);
  repository.publish_root();
  repository.timestamp.created = repository.snapshot.created = kNow;
  repository.timestamp.expires = repository.snapshot.expires = kNow + std::chrono::days(180);
  publish_release(repository, {"recovered", "words", {}});
}

TEST_CASE("a time that a stolen key set too far ahead is lost with the next root, in the same update") {
  RepositorySimulator repository(kNow);
  publish_release(repository, {"first", "words", {}});
  SimulatedStore kiosk(repository);
  kiosk.clock.vouched_for = false;
  REQUIRE(kiosk.update().outcome == Outcome::updated);
  set_the_time_ahead(repository);
  REQUIRE(kiosk.update().outcome == Outcome::updated);
  repository.timestamp.created = repository.snapshot.created = kNow;
  repository.timestamp.expires = repository.snapshot.expires = kNow + std::chrono::days(180);
  publish_release(repository, {"honest", "words", {}});
  REQUIRE(kiosk.update().outcome == Outcome::expired);  // locked out: it seems to be 300 days later
  replace_the_key(repository);
  CHECK(kiosk.update().outcome == Outcome::updated);
  CHECK(kiosk.current("contacts.db") == "recovered");
  CHECK(load_time_floor(kiosk.store, kiosk.options.first_root, kiosk.options.build).value() == kNow);
}

TEST_CASE("a wrong time in what the keepers of the root signed is lost with the next root too") {
  RepositorySimulator repository(kNow);
  publish_release(repository, {"first", "words", {}});
  SimulatedStore kiosk(repository);
  kiosk.clock.vouched_for = false;
  repository.targets["targets"].created = kNow + std::chrono::days(300);
  publish_release(repository, {"second", "words", {}});
  REQUIRE(kiosk.update().outcome == Outcome::updated);
  REQUIRE(load_time_floor(kiosk.store, kiosk.options.first_root, kiosk.options.build).value() > kNow);
  repository.targets["targets"].created = kNow;
  replace_the_key(repository);
  CHECK(kiosk.update().outcome == Outcome::updated);
  CHECK(load_time_floor(kiosk.store, kiosk.options.first_root, kiosk.options.build).value() == kNow);
}

}  // namespace
}  // namespace kiosk::update

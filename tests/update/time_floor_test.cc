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
    TimeFloor floor = load_time_floor(kiosk.store.time_floor(), kiosk.options.build);
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
  CHECK(load_time_floor(kiosk.store.time_floor(), kiosk.options.build).value() == kNow);
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
  TimeFloor floor{kNow, std::nullopt, kNow + std::chrono::days(10)};
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

TEST_CASE("a stolen timestamp key that set a far time loses it with the next root") {
  RepositorySimulator repository(kNow);
  publish_release(repository, {"first", "words", {}});
  SimulatedStore kiosk(repository);
  REQUIRE(kiosk.update().outcome == Outcome::updated);
  repository.timestamp.created = k2099 - std::chrono::days(1);
  repository.timestamp.expires = k2099;
  publish_release(repository, {"stolen", "words", {}});
  kiosk.clock.vouched_for = false;
  REQUIRE(kiosk.update().outcome == Outcome::updated);
  CHECK(kiosk.update().outcome == Outcome::expired);  // locked out: now is 2098

  repository.replace_keys("timestamp", 1, 1);
  repository.publish_root();
  repository.timestamp.created = kNow;
  repository.timestamp.expires = kNow + std::chrono::days(365);
  publish_release(repository, {"recovered", "words", {}});
  // The root is followed and forgets the far time; the run after that judges by the time that is left.
  (void)kiosk.update();
  kiosk.update();
  CHECK(kiosk.current("contacts.db") == "recovered");
}

TEST_CASE("a floor is kept and read back, and a spoilt one counts as not risen") {
  test::TemporaryFolder folder;
  TimeFloor floor{kNow, kNow + std::chrono::days(1), std::nullopt};
  REQUIRE(save_time_floor(folder / "floor", floor).ok());
  TimeFloor again = load_time_floor(folder / "floor", kNow);
  CHECK(again.offline == floor.offline);
  CHECK_FALSE(again.online);
  test::write_file(folder / "floor", "{\"offline\":\"soon\"}");
  CHECK(load_time_floor(folder / "floor", kNow).value() == kNow);
}

}  // namespace
}  // namespace kiosk::update

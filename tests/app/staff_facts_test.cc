#include "kiosk/app/staff_facts.h"

#include <doctest/doctest.h>

#include <cstdlib>

#include "kiosk/base/instant.h"
#include "tests/support/temporary_folder.h"

using namespace kiosk;
using namespace kiosk::app;
using namespace std::chrono_literals;
using update::Origin;
using update::Outcome;

namespace {

struct StoppedClock : os::Clock {
  std::chrono::sys_seconds time{};
  bool vouched_for = true;
  std::chrono::sys_seconds now() const override { return time; }
  bool synchronised() const override { return vouched_for; }
};

// Five in the afternoon of 24 November 2026, in a place that keeps Greenwich's time.
class Machine {
 public:
  Machine() {
    setenv("TZ", "UTC", 1);
    clock.time = std::chrono::sys_days(*parse_date("2026-11-24")) + 17h;
    config.update_url = "https://example.org";
    REQUIRE(update::prepare_store(store).ok());
  }
  void ended(Outcome outcome, Origin origin, std::optional<Instant> network_at = {}) {
    update::OutcomeRecord record;
    record.report.outcome = outcome;
    record.report.origin = origin;
    record.at = clock.time - 1h;
    record.network_at = network_at;
    REQUIRE(update::write_outcome(store, record).ok());
  }
  screens::StaffFacts facts(std::chrono::seconds uptime) {
    return staff_facts(store, folder / "root.json", folder.path(), config, clock, *parse_date("2026-11-23"), uptime);
  }

  test::TemporaryFolder folder;
  update::Store store{folder.path()};
  config::Config config;
  StoppedClock clock;
};

}  // namespace

TEST_CASE("the next look at the network is a day after the last one of this switching-on, else soon after power-on") {
  Machine machine;
  machine.ended(Outcome::up_to_date, Origin::network, machine.clock.time - 2h);
  auto looked = machine.facts(5h).next_look;
  REQUIRE(looked);
  CHECK(looked->first.day == *parse_date("2026-11-25"));
  CHECK(looked->first.minute == 15 * 60);
  CHECK(looked->second.minute == 21 * 60);

  auto not_yet = machine.facts(1h).next_look;  // the look was before the machine was switched on
  REQUIRE(not_yet);
  CHECK(not_yet->first.day == *parse_date("2026-11-24"));
  CHECK(not_yet->first.minute == 17 * 60);
  CHECK(not_yet->second.minute == 22 * 60 + 10);
}

TEST_CASE("when the network is looked at next is not guessed") {
  Machine machine;
  CHECK_FALSE(machine.facts(20h).next_look);  // overdue: its timer does not run
  machine.clock.vouched_for = false;
  CHECK_FALSE(machine.facts(1h).next_look);
  machine.clock.vouched_for = true;
  machine.config.update_url.clear();
  CHECK_FALSE(machine.facts(1h).next_look);
}

TEST_CASE(
    "content past its date is offered to staff only where the settings let them decide, and only after it was "
    "refused") {
  Machine machine;
  machine.ended(Outcome::expired, Origin::stick);
  CHECK_FALSE(machine.facts(1h).may_accept_expired);
  machine.config.may_accept_expired = true;
  CHECK(machine.facts(1h).may_accept_expired);
  machine.ended(Outcome::refused, Origin::stick);
  CHECK_FALSE(machine.facts(1h).may_accept_expired);
}

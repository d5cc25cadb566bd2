// A kiosk changes its owner by a new root.json, which only root of the machine can put there.
#include <doctest/doctest.h>

#include "kiosk/update/content_key.h"
#include "kiosk/update/shown_release.h"
#include "kiosk/update/time_floor.h"
#include "kiosk/update/trust_folder.h"
#include "kiosk/update/tuf/parse.h"
#include "tests/support/failing_disk.h"
#include "tests/support/simulated_client.h"
#include "tests/support/simulated_store.h"

namespace kiosk::update {
namespace {

using test::kNow;
using test::publish_release;
using test::RepositorySimulator;
using test::SimulatedStore;

std::string key_of(const RepositorySimulator& repository) { return content_key(repository.root); }

struct TwoOwners {
  TwoOwners()
      : old_owner(kNow), new_owner(kNow), kiosk(old_owner), old_stick(old_owner.files), new_stick(new_owner.files) {
    publish_release(old_owner, {"number of the old", "old words", {}});
    publish_release(new_owner, {"number of the new", "new words", {}});
    REQUIRE(kiosk.update().outcome == Outcome::updated);
  }
  void hand_over() { kiosk.options.first_root = new_owner.files.at("metadata/1.root.json"); }

  RepositorySimulator old_owner, new_owner;
  SimulatedStore kiosk;
  test::MemorySource old_stick, new_stick;
};

TEST_CASE("with another root.json the new owner's stick is taken, the old one's is not, and the change is noted") {
  TwoOwners t;
  CHECK(t.kiosk.update_from(t.new_stick).outcome == Outcome::not_for_this_kiosk);
  CHECK_FALSE(read_owner_change(t.kiosk.store));
  t.hand_over();
  // What is there was signed by nobody whom this kiosk trusts now.
  test::TemporaryFolder built_in;
  CHECK(choose_release(t.kiosk.shelves()).ok() == false);
  CHECK(choose_release(t.kiosk.shelves(built_in.path()))->number == 0);
  CHECK(t.kiosk.update_from(t.old_stick).outcome == Outcome::not_for_this_kiosk);
  CHECK(choose_release(t.kiosk.shelves(built_in.path()))->number == 0);
  CHECK(t.kiosk.update_from(t.new_stick).outcome == Outcome::updated);
  CHECK(test::read_file(choose_release(t.kiosk.shelves())->contacts) == "number of the new");
  CHECK(t.kiosk.update_from(t.old_stick).outcome == Outcome::not_for_this_kiosk);
  auto change = read_owner_change(t.kiosk.store);
  REQUIRE(change);
  CHECK(change->content_key == key_of(t.new_owner));
  CHECK(change->before == key_of(t.old_owner));
  CHECK(change->at == kNow);
  // Nothing of the old owner is left to go back to.
  CHECK(release_numbers(t.kiosk.store).size() == 1);
}

TEST_CASE("a change of owner goes on after a power cut at each of its steps") {
  int cuts = 0;
  for (int step = 1;; ++step) {
    TwoOwners t;
    t.hand_over();
    if (!test::cut_power_at(step, [&] { (void)t.kiosk.update_from(t.new_stick); })) break;
    ++cuts;
    INFO("power cut at sync ", step);
    auto shown = choose_release(t.kiosk.shelves());
    CHECK((!shown.ok() || test::read_file(shown->contacts) == "number of the new"));
    t.kiosk.update_from(t.new_stick);
    shown = choose_release(t.kiosk.shelves());
    REQUIRE(shown.ok());
    CHECK(test::read_file(shown->contacts) == "number of the new");
    CHECK(read_owner_change(t.kiosk.store)->before == key_of(t.old_owner));
  }
  CHECK(cuts > 10);
}

TEST_CASE("a later root of the same owner in a newer package is no change of owner") {
  RepositorySimulator repository(kNow);
  publish_release(repository, {});
  SimulatedStore kiosk(repository);
  REQUIRE(kiosk.update().outcome == Outcome::updated);
  repository.replace_keys("root", 3, 2);
  repository.publish_root();
  repository.publish();
  kiosk.options.first_root = repository.files.at("metadata/2.root.json");
  CHECK(kiosk.update().outcome == Outcome::up_to_date);
  CHECK_FALSE(read_owner_change(kiosk.store));
  CHECK(choose_release(kiosk.shelves()).ok());
}

TEST_CASE("a stolen key that was replaced stays replaced, at whichever step of the change the power is cut") {
  int cuts = 0;
  for (int step = 1;; ++step) {
    RepositorySimulator repository(kNow);
    publish_release(repository, {"first", "words", {}});
    SimulatedStore kiosk(repository);
    kiosk.clock.vouched_for = false;
    REQUIRE(kiosk.update().outcome == Outcome::updated);
    repository.timestamp.created = repository.snapshot.created = kNow + std::chrono::days(300);
    publish_release(repository, {"stolen", "words", {}});
    REQUIRE(kiosk.update().outcome == Outcome::updated);
    repository.replace_keys("timestamp", 1, 1);
    repository.replace_keys("snapshot", 1, 1);
    repository.publish_root();
    repository.timestamp.created = repository.snapshot.created = kNow;
    repository.timestamp.expires = repository.snapshot.expires = kNow + std::chrono::days(180);
    publish_release(repository, {"recovered", "words", {}});
    if (!test::cut_power_at(step, [&] { (void)kiosk.update(); })) break;
    ++cuts;
    INFO("power cut at sync ", step);
    CHECK(choose_release(kiosk.shelves()).ok());
    kiosk.update();
    CHECK(kiosk.current("contacts.db") == "recovered");
    CHECK(load_time_floor(kiosk.store, kiosk.options.first_root, kiosk.options.build).value() == kNow);
  }
  CHECK(cuts > 10);
}

TEST_CASE("a version that a stolen key set too high goes with that key alone, at whichever step the power is cut") {
  int cuts = 0;
  for (int step = 1;; ++step) {
    RepositorySimulator repository(kNow);
    repository.snapshot.version = 1'000'000;
    publish_release(repository, {"stolen", "words", {}});
    SimulatedStore kiosk(repository);
    REQUIRE(kiosk.update().outcome == Outcome::updated);
    repository.replace_keys("snapshot", 1, 1);
    repository.publish_root();
    repository.snapshot.version = 5;
    publish_release(repository, {"recovered", "words", {}});
    if (!test::cut_power_at(step, [&] { (void)kiosk.update(); })) break;
    ++cuts;
    INFO("power cut at sync ", step);
    kiosk.update();
    CHECK(kiosk.current("contacts.db") == "recovered");
  }
  CHECK(cuts > 10);
}

}  // namespace
}  // namespace kiosk::update

// A kiosk changes its owner by a new root.json, which only root of the machine can put there.
#include <doctest/doctest.h>

#include "kiosk/update/content_key.h"
#include "kiosk/update/owner_change.h"
#include "kiosk/update/owner_offer.h"
#include "kiosk/update/shown_release.h"
#include "kiosk/update/time_floor.h"
#include "kiosk/update/tuf/parse.h"
#include "kiosk/update/tuf/write.h"
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

TEST_CASE("a stick of somebody else becomes the owner's by its content key alone") {
  TwoOwners t;
  const auto root = t.kiosk.folder / "given/root.json";
  CHECK_FALSE(offered_key(t.kiosk.store));
  CHECK(accept_offer(t.kiosk.store, key_of(t.new_owner), root).error().code == Code::not_found);
  REQUIRE(t.kiosk.update_from(t.new_stick).outcome == Outcome::not_for_this_kiosk);
  REQUIRE(offered_key(t.kiosk.store) == key_of(t.new_owner));
  const std::string whole = key_digits(key_of(t.new_owner));
  for (const std::string& typed : {std::string(), whole.substr(0, 29), whole + "0", key_of(t.old_owner)})
    CHECK(accept_offer(t.kiosk.store, typed, root).error().code == Code::refused);
  CHECK_FALSE(std::filesystem::exists(root));
  std::filesystem::create_directory(root.parent_path());
  REQUIRE(accept_offer(t.kiosk.store, whole, root).ok());
  CHECK_FALSE(offered_key(t.kiosk.store));
  t.kiosk.options.first_root = test::read_file(root);
  CHECK(t.kiosk.update_from(t.new_stick).outcome == Outcome::updated);
  CHECK(read_owner_change(t.kiosk.store)->content_key == key_of(t.new_owner));
}

TEST_CASE("on offer is the newest root that a stick leads to, signed by its own keys, until the next update") {
  TwoOwners t;
  t.new_owner.replace_keys("root", 3, 2);
  t.new_owner.publish_root();
  t.new_owner.publish();
  t.kiosk.update_from(t.new_stick);
  CHECK(offered_key(t.kiosk.store) == key_of(t.new_owner));
  CHECK(offered_key(t.kiosk.store) != content_key(tuf::parse_root(t.new_owner.files.at("metadata/1.root.json"))->body));
  t.kiosk.update_from(t.old_stick);
  CHECK_FALSE(offered_key(t.kiosk.store));

  // A thief who has one key of the new owner's may name them, and sign too little.
  for (const char* name : {"metadata/1.root.json", "metadata/2.root.json"}) {
    TwoOwners other;
    other.new_owner.replace_keys("root", 3, 2);
    other.new_owner.publish_root();
    other.new_owner.publish();
    std::string& root = other.new_owner.files.at(name);
    const auto whole = tuf::parse_root(root);
    root = std::string(name).find("1.root") != std::string::npos
               ? other.new_owner.sign("timestamp", tuf::write_unsigned(whole->body), 1)
               : other.new_owner.sign("root", tuf::write_unsigned(whole->body), 2);
    other.kiosk.update_from(other.new_stick);
    CHECK_FALSE(offered_key(other.kiosk.store));
  }
  // What lies there by another hand is offered to nobody.
  t.kiosk.update_from(t.new_stick);
  const tuf::Root root = t.new_owner.root;
  test::write_file(t.kiosk.store.offer(), tuf::write_unsigned(root));
  CHECK_FALSE(offered_key(t.kiosk.store));
  CHECK(accept_offer(t.kiosk.store, content_key(root), t.kiosk.folder / "root.json").error().code == Code::refused);
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

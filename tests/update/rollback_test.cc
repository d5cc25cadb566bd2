#include "kiosk/update/rollback.h"

#include <doctest/doctest.h>

#include "kiosk/update/shown_release.h"
#include "kiosk/update/tuf/parse.h"
#include "tests/support/simulated_client.h"
#include "tests/support/simulated_store.h"

namespace kiosk::update {
namespace {

using test::kNow;
using test::publish_release;
using test::RepositorySimulator;
using test::SimulatedStore;

// A kiosk with release 2 ("old") replaced by release 3 ("new").
struct TwoReleases {
  TwoReleases() : repository(kNow), kiosk(repository) {
    publish_release(repository, {"old", "old words", {}});
    REQUIRE(kiosk.update().outcome == Outcome::updated);
    publish_release(repository, {"new", "new words", {}});
    REQUIRE(kiosk.update().outcome == Outcome::updated);
  }

  ShownRelease shown() {
    auto release = choose_release(kiosk.shelves());
    REQUIRE(release.ok());
    return *release;
  }
  void start() { REQUIRE(note_start(kiosk.options.health, shown().number).ok()); }

  RepositorySimulator repository;
  SimulatedStore kiosk;
};

TEST_CASE("a new release is shown as pending until it has proven itself") {
  TwoReleases t;
  CHECK(t.shown().number == 3);
  CHECK(t.shown().pending);
  REQUIRE(confirm(t.kiosk.options.health, 3).ok());
  CHECK_FALSE(t.shown().pending);
  for (int i = 0; i < 9; ++i) t.start();
  CHECK(t.shown().number == 3);
}

TEST_CASE("after three starts without proof the release before is shown, and the updater takes the new one back") {
  TwoReleases t;
  REQUIRE(confirm(t.kiosk.options.health, 2).ok());
  for (int i = 0; i < kMaxUnprovenStarts; ++i) {
    CHECK(t.shown().number == 3);
    t.start();
  }
  CHECK(t.shown().number == 2);
  CHECK(test::read_file(t.shown().folder / "content.db") == "old words");
  // The content steps back, the numbers do not.
  CHECK(test::read_file(t.shown().contacts) == "new");

  CHECK(t.kiosk.update().outcome == Outcome::known_bad);
  CHECK(*current_release(t.kiosk.store) == 2);
  CHECK(t.kiosk.update().outcome == Outcome::known_bad);

  publish_release(t.repository, {"newer", "newer words", {}});
  CHECK(t.kiosk.update().outcome == Outcome::updated);
  CHECK(t.shown().number == 4);
}

TEST_CASE("rolling back the content leaves trust where it is") {
  TwoReleases t;
  auto version = roll_back(t.kiosk.store, t.kiosk.options.first_root, TakenBack::by_staff);
  REQUIRE(version.ok());
  CHECK(*version == 2);
  CHECK(t.kiosk.current("contacts.db") == "old");
  const std::string timestamp = test::read_file(t.kiosk.store.metadata() / "timestamp.json");
  CHECK(tuf::parse_timestamp(timestamp)->body.version == 3);
  // There is only one step back.
  CHECK(test::code_of(roll_back(t.kiosk.store, t.kiosk.options.first_root, TakenBack::by_staff)) == Code::not_found);
}

TEST_CASE("an update leaves alone what staff took back and says so, and of what did not work it says that") {
  TwoReleases by_staff, by_itself;
  REQUIRE(roll_back(by_staff.kiosk.store, by_staff.kiosk.options.first_root, TakenBack::by_staff).ok());
  REQUIRE(roll_back(by_itself.kiosk.store, by_itself.kiosk.options.first_root, TakenBack::unproven).ok());
  const Report left = by_staff.kiosk.update();
  CHECK(left.outcome == Outcome::known_bad);
  CHECK(sentence_for(left).starts_with("Staff took this version back here."));
  CHECK(sentence_for(read_outcome(by_staff.kiosk.store)->report) == sentence_for(left));
  CHECK(sentence_for(by_itself.kiosk.update()).starts_with("This version was tried here and did not work."));
}

TEST_CASE("a kiosk without content has nothing to go back to and says so") {
  RepositorySimulator repository(kNow);
  SimulatedStore kiosk(repository);
  CHECK(test::code_of(roll_back(kiosk.store, kiosk.options.first_root, TakenBack::by_staff)) == Code::not_found);
  CHECK(test::code_of(choose_release(kiosk.shelves())) == Code::not_found);
}

TEST_CASE("words that rotted give way to older ones, and numbers that rotted to none") {
  TwoReleases t;
  test::TemporaryFolder built_in;
  auto spoil = [&](int64_t number, const char* name) {
    const auto file = t.kiosk.store.release(number) / name;
    std::filesystem::permissions(file, std::filesystem::perms::owner_write, std::filesystem::perm_options::add);
    test::write_file(file, "rot");
  };
  spoil(3, "content.db");
  CHECK(t.shown().number == 2);
  CHECK(test::read_file(t.shown().contacts) == "new");
  spoil(2, "content.db");
  auto last = choose_release(t.kiosk.shelves(built_in.path()));
  REQUIRE(last.ok());
  CHECK(last->number == 0);
  CHECK(last->folder == std::filesystem::canonical(built_in.path()));
  CHECK(test::read_file(last->contacts) == "new");
  CHECK_FALSE(last->pending);
  spoil(3, "contacts.db");
  CHECK(test::code_of(choose_release(t.kiosk.shelves(built_in.path()))) == Code::not_found);
  // The same numbers came with the program.
  test::write_file(built_in / "contacts.db", "new");
  CHECK(choose_release(t.kiosk.shelves(built_in.path()))->contacts ==
        std::filesystem::canonical(built_in / "contacts.db"));
}

TEST_CASE("a first release that never proves itself gives way to the one of the program") {
  RepositorySimulator repository(kNow);
  publish_release(repository, {});
  SimulatedStore kiosk(repository);
  REQUIRE(kiosk.update().outcome == Outcome::updated);
  for (int i = 0; i < kMaxUnprovenStarts; ++i) REQUIRE(note_start(kiosk.options.health, 2).ok());
  test::TemporaryFolder built_in;
  auto shown = choose_release(kiosk.shelves(built_in.path()));
  REQUIRE(shown.ok());
  CHECK(shown->number == 0);
  CHECK(shown->folder == std::filesystem::canonical(built_in.path()));
  // Its numbers are none the worse for that.
  CHECK(test::read_file(shown->contacts) == "number 116");
  // Without any other content it is better than nothing.
  CHECK(choose_release(kiosk.shelves())->number == 2);
}

TEST_CASE("a kiosk learns cheaply that another release is current") {
  TwoReleases t;
  ShownRelease shown = t.shown();
  CHECK_FALSE(has_moved_on(t.kiosk.store, shown));
  publish_release(t.repository, {"newer", "newer words", {}});
  REQUIRE(t.kiosk.update().outcome == Outcome::updated);
  CHECK(has_moved_on(t.kiosk.store, shown));
  // What is shown stays readable meanwhile.
  CHECK(test::read_file(shown.folder / "contacts.db") == "new");
}

TEST_CASE("spoilt notes on health count as none") {
  test::TemporaryFolder health;
  for (std::string text : {"", "[]", "{\"starts\":\"3\"}", "{\"starts\":1e9}", "\xff"}) {
    test::write_file(health / "7.json", text);
    CHECK(read_health(health.path(), 7).starts == 0);
    CHECK_FALSE(read_health(health.path(), 7).confirmed);
  }
}

}  // namespace
}  // namespace kiosk::update

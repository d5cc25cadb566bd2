// What happens to a kiosk when a file of its store rots, or a note of its screen: each file in each of five ways.
// Printed as a table, with what the screen shows, how the next update from the same stick ends, and what doctor says
// before it.
#include <doctest/doctest.h>

#include <cstdio>
#include <set>

#include "kiosk/base/instant.h"
#include "kiosk/catalog/catalog.h"
#include "kiosk/fleet/doctor/content.h"
#include "kiosk/fleet/identity.h"
#include "kiosk/update/consent.h"
#include "kiosk/update/content_key.h"
#include "kiosk/update/owner_change.h"
#include "kiosk/update/progress.h"
#include "kiosk/update/shown_release.h"
#include "kiosk/update/trust_folder.h"
#include "tests/catalog/small_catalog.h"
#include "tests/support/failing_disk.h"
#include "tests/support/simulated_store.h"

namespace kiosk::fleet {
namespace {

namespace fs = std::filesystem;
using test::read_file;

const Instant kNow = *parse_instant("2026-11-23T12:00:00Z");

// An edition whose only number is this one.
test::Content edition(const std::string& number) {
  test::TemporaryFolder folder;
  auto writer = catalog::test::writer_in(folder.path());
  catalog::test::must(writer->add_section({"work", "", "", "briefcase", "teal", {{catalog::test::tag("en"), "Work"}}}));
  catalog::test::must(writer->add_topic(
      catalog::test::topic("offer", "An offer", number.ends_with("222") ? "The new words.\n" : "The old words.\n")));
  catalog::test::must(writer->add_contact(catalog::test::contact("line", "The line", {catalog::test::number(number)})));
  catalog::test::must(writer->finish());
  return {read_file(folder / "contacts.db"), read_file(folder / "content.db"), {"a picture"}};
}

const update::MachineTime kSwitchedOn{"this switching-on", std::chrono::seconds(100)};

// A kiosk with release 2, whose number was withdrawn, and release 3 above it; both proven. It had another owner before,
// has written receipts, and a program died during an update after staff had agreed to old content.
class Kiosk {
 public:
  Kiosk() : before_(kNow), repository_(kNow), store_(repository_) {
    const fs::path root = store_.folder / "root.json";
    test::write_file(root, store_.options.first_root);
    places = {store_.store, store_.options.health, store_.folder / "no_release", root, kNow - std::chrono::days(1)};
    static const test::Content old_edition = edition("0770000111"), new_edition = edition("0770000222");
    REQUIRE(update::prepare_store(store_.store).ok());
    REQUIRE(update::prepare_trust(store_.store, before_.files.at("metadata/1.root.json"), store_.clock).ok());
    repository_.publish_root();
    for (const test::Content* content : {&old_edition, &new_edition}) {
      test::publish_release(repository_, *content);
      REQUIRE(update().outcome == update::Outcome::updated);
      REQUIRE(update::confirm(store_.options.health, *update::current_release(store_.store)).ok());
    }
    REQUIRE(update::add_bad_release(store_.store, {1, 1, "an edition that failed long ago"}).ok());
    auto identity = Identity::open(store_.store.identity());
    REQUIRE((identity.ok() && identity->next_number().ok()));
    fingerprint_ = fingerprint(identity->key().public_key());
    REQUIRE(update::write_progress(store_.store, {update::Step::fetching, 1, 2}, kSwitchedOn.uptime).ok());
    update::OutcomeRecord record;
    record.report.outcome = update::Outcome::expired;
    REQUIRE(update::write_outcome(store_.store, record).ok());
    REQUIRE(update::give_consent(store_.store, kSwitchedOn).ok());
    update();
    REQUIRE(update::read_owner_change(store_.store).has_value());
    copy(folder(), whole_.path());
  }

  // As it was at first: cheaper than to do all of that again for each damage.
  void restore() {
    for (const auto& entry : fs::directory_iterator(folder())) fs::remove_all(entry.path());
    copy(whole_.path(), folder());
  }

  // As kioskctl update does it.
  update::Report update() {
    const update::Report report = store_.update();
    CHECK(Identity::mend(store().identity()).ok());
    return report;
  }

  // The number on the screen and the edition of the words beside it.
  std::string shown() {
    auto release = update::choose_release(store_.shelves());
    if (!release.ok()) return "emergency page";
    auto catalog = catalog::Catalog::open(release->folder, release->contacts);
    if (!catalog.ok()) return "emergency page";
    const auto day = std::chrono::floor<std::chrono::days>(kNow);
    const auto contacts = (*catalog)->contacts(LanguageTag::of("en"), day);
    const std::string number = contacts.at(0).numbers.at(0).dial;
    return (number.ends_with("222") ? "new number" : number) + ", " +
           (release->number == 3   ? "new words"
            : release->number == 2 ? "old words"
                                   : "package");
  }

  // What the screen's program does when a release that it takes for new draws its pages.
  void look_at_the_screen() {
    auto release = update::choose_release(store_.shelves());
    if (!release.ok() || !release->pending) return;
    REQUIRE(update::note_start(store_.options.health, release->number).ok());
    REQUIRE(update::confirm(store_.options.health, release->number).ok());
  }

  std::string doctor() const {
    Findings all = examine_releases(places);
    for (Finding& finding : examine_trust(places, test::FixedClock(kNow))) all.push_back(finding);
    for (Finding& finding : examine_identity(places)) all.push_back(finding);
    for (const Finding& finding : all) {
      if (finding.what != "content in the package" && finding.verdict != Verdict::ok) return finding.what;
    }
    return "well";
  }

  // Store and notes of the screen.
  fs::path folder() const { return store_.folder.path(); }
  const update::Store& store() const { return store_.store; }
  std::string key_before() const { return update::content_key(before_.root); }
  const std::string& fingerprint_before() const { return fingerprint_; }
  ContentPlaces places;

 private:
  static void copy(const fs::path& from, const fs::path& to) {
    fs::copy(from, to, fs::copy_options::recursive | fs::copy_options::copy_symlinks);
  }

  test::RepositorySimulator before_, repository_;
  test::SimulatedStore store_;
  test::TemporaryFolder whole_;
  std::string fingerprint_;  // of the key for receipts
};

const char* const kDamages[] = {"one bit", "cut short", "empty", "missing", "unreadable"};

// Returns what keeps the file unreadable.
std::unique_ptr<test::UnreadableFile> damage(const fs::path& file, const std::string& how) {
  if (how == "unreadable") return std::make_unique<test::UnreadableFile>(file);
  if (how == "missing" || fs::is_symlink(fs::symlink_status(file))) {
    fs::remove(file);
    return nullptr;
  }
  fs::permissions(file, fs::perms::owner_all);
  std::string bytes = read_file(file);
  if (how == "one bit") bytes[bytes.size() / 2] ^= 4;
  if (how == "cut short") bytes.resize(bytes.size() / 2);
  if (how == "empty") bytes.clear();
  test::write_file(file, bytes);
  return nullptr;
}

// Every file and link of a kiosk but for locks and what its package brought.
std::vector<std::string> files_of(const fs::path& store) {
  std::vector<std::string> names;
  for (const auto& entry : fs::recursive_directory_iterator(store)) {
    const std::string name = entry.path().lexically_relative(store);
    const bool kept = entry.is_regular_file() || entry.is_symlink();
    if (kept && !name.ends_with("lock") && name != "root.json") names.push_back(name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

// Of what is there for a while or cannot be had again, that nothing wrong comes of it.
void check_notes(Kiosk& kiosk) {
  const update::Store& store = kiosk.store();
  CHECK_FALSE(update::has_consent(store, {"another switching-on", kSwitchedOn.uptime}));
  CHECK_FALSE(update::has_consent(store, {kSwitchedOn.boot, kSwitchedOn.uptime + std::chrono::hours(1)}));
  const auto progress = update::read_progress(store, kSwitchedOn.uptime + std::chrono::hours(1));
  CHECK_FALSE(progress.has_value());
  auto identity = Identity::open(store.identity());
  REQUIRE(identity.ok());
  CHECK(fingerprint(identity->key().public_key()) == kiosk.fingerprint_before());
  CHECK(identity->next_number().ok());
}

TEST_CASE("each file of a kiosk, rotted in each way: no withdrawn number is shown, and the next update heals it") {
  Kiosk kiosk;
  const std::vector<std::string> names = files_of(kiosk.folder());
  CHECK(names.size() >= 30);
  std::printf("%-38s %-10s | %-22s | %-10s | %s\n", "file", "damage", "the screen shows", "next stick",
              "doctor, before it");
  for (const std::string& name : names) {
    for (const std::string how : kDamages) {
      kiosk.restore();
      const fs::path file = kiosk.folder() / name;
      if (fs::is_symlink(fs::symlink_status(file)) && how != "missing") continue;
      CAPTURE(name);
      CAPTURE(how);
      auto unreadable = damage(file, how);
      const std::string shown = kiosk.shown(), said = kiosk.doctor();
      const update::Report report = kiosk.update();
      std::string row = name.size() > 38 ? name.substr(0, 26) + "..." : name;
      std::printf("%-38s %-10s | %-22s | %-10s | %s\n", row.c_str(), how.c_str(), shown.c_str(),
                  update::name_of(report.outcome).c_str(), said.c_str());
      CHECK((shown.starts_with("new number") || shown == "emergency page"));
      CHECK((report.outcome == update::Outcome::repaired || report.outcome == update::Outcome::up_to_date));
      if (shown != "new number, new words") {
        CHECK(report.outcome == update::Outcome::repaired);
        CHECK(said != "well");
      }
      kiosk.look_at_the_screen();
      CHECK(kiosk.shown() == "new number, new words");
      CHECK(kiosk.doctor() == "well");
      CHECK(kiosk.update().outcome == update::Outcome::up_to_date);
      const auto kept = update::read_owner_change(kiosk.store());
      REQUIRE(kept);
      CHECK(kept->content_key == update::trusted_content_key(kiosk.store(), kiosk.places.first_root()));
      CHECK(kept->before == kiosk.key_before());
      CHECK(kept->at == kNow);
      check_notes(kiosk);
    }
  }
}

}  // namespace
}  // namespace kiosk::fleet

// What happens to a kiosk when a file of its store rots: each file in each of five ways. Printed as a table, with what
// the screen shows, how the next update from the same stick ends, and what doctor says before it.
#include <doctest/doctest.h>

#include <cstdio>
#include <set>

#include "kiosk/base/instant.h"
#include "kiosk/catalog/catalog.h"
#include "kiosk/fleet/doctor/content.h"
#include "kiosk/update/shown_release.h"
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

// A kiosk with release 2, whose number was withdrawn, and release 3 above it; both proven.
class Kiosk {
 public:
  Kiosk() : repository_(kNow), store_(repository_) {
    const fs::path root = store_.folder / "root.json";
    test::write_file(root, store_.options.first_root);
    places = {store_.store, store_.options.health, store_.folder / "no_release", root, kNow - std::chrono::days(1)};
    static const test::Content old_edition = edition("0770000111"), new_edition = edition("0770000222");
    repository_.publish_root();
    for (const test::Content* content : {&old_edition, &new_edition}) {
      test::publish_release(repository_, *content);
      REQUIRE(update().outcome == update::Outcome::updated);
      REQUIRE(update::confirm(store_.options.health, *update::current_release(store_.store)).ok());
    }
    REQUIRE(update::add_bad_release(store_.store, {1, 1, "an edition that failed long ago"}).ok());
  }

  update::Report update() { return store_.update(); }

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

  std::string doctor() const {
    Findings all = examine_releases(places);
    for (Finding& finding : examine_trust(places, test::FixedClock(kNow))) all.push_back(finding);
    for (const Finding& finding : all) {
      if (finding.what != "content in the package" && finding.verdict != Verdict::ok) return finding.what;
    }
    return "well";
  }

  fs::path folder() const { return store_.store.folder; }
  ContentPlaces places;

 private:
  test::RepositorySimulator repository_;
  test::SimulatedStore store_;
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

// Every file and link of a store, but for those that nothing rests on: the lock, and notes for the screen.
std::vector<std::string> files_of(const fs::path& store) {
  std::vector<std::string> names;
  for (const auto& entry : fs::recursive_directory_iterator(store)) {
    const std::string name = entry.path().lexically_relative(store);
    if ((entry.is_regular_file() || entry.is_symlink()) && name != "lock") names.push_back(name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

TEST_CASE("each file of the store, rotted in each way: no withdrawn number is shown, and the next update heals it") {
  const std::vector<std::string> names = files_of(Kiosk().folder());
  CHECK(names.size() >= 20);
  std::printf("%-32s %-10s | %-22s | %-10s | %s\n", "file", "damage", "the screen shows", "next stick",
              "doctor, before it");
  for (const std::string& name : names) {
    for (const std::string how : kDamages) {
      Kiosk kiosk;
      const fs::path file = kiosk.folder() / name;
      if (fs::is_symlink(fs::symlink_status(file)) && how != "missing") continue;
      CAPTURE(name);
      CAPTURE(how);
      auto unreadable = damage(file, how);
      const std::string shown = kiosk.shown(), said = kiosk.doctor();
      const update::Report report = kiosk.update();
      std::string row = name.size() > 32 ? name.substr(0, 20) + "..." : name;
      std::printf("%-32s %-10s | %-22s | %-10s | %s\n", row.c_str(), how.c_str(), shown.c_str(),
                  update::name_of(report.outcome).c_str(), said.c_str());
      CHECK((shown.starts_with("new number") || shown == "emergency page"));
      CHECK((report.outcome == update::Outcome::repaired || report.outcome == update::Outcome::up_to_date));
      if (shown != "new number, new words") {
        CHECK(report.outcome == update::Outcome::repaired);
        CHECK(said != "well");
      }
      CHECK(kiosk.shown() == "new number, new words");
      CHECK(kiosk.doctor() == "well");
      CHECK(kiosk.update().outcome == update::Outcome::up_to_date);
    }
  }
}

}  // namespace
}  // namespace kiosk::fleet

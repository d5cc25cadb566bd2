// Whoever can write to a store, and has no key, cannot put a number on the screen.
#include <doctest/doctest.h>

#include "kiosk/update/holdings.h"
#include "kiosk/update/shown_release.h"
#include "tests/support/simulated_client.h"
#include "tests/support/simulated_store.h"

namespace kiosk::update {
namespace {

using test::kNow;
using test::publish_release;
using test::RepositorySimulator;
using test::SimulatedStore;

void overwrite(const std::filesystem::path& file, const std::string& bytes) {
  std::filesystem::permissions(file, std::filesystem::perms::owner_write, std::filesystem::perm_options::add);
  test::write_file(file, bytes);
}

std::string shown_numbers(const SimulatedStore& kiosk, const std::filesystem::path& built_in = {}) {
  auto shown = choose_release(kiosk.shelves(built_in));
  return shown.ok() ? test::read_file(shown->contacts) : "none";
}

struct Kiosk {
  Kiosk() : repository(kNow), store(repository) {
    publish_release(repository, {"number 116", "words", {}});
    REQUIRE(store.update().outcome == Outcome::updated);
    REQUIRE(shown_numbers(store) == "number 116");
  }
  RepositorySimulator repository;
  SimulatedStore store;
};

TEST_CASE("numbers changed in the store are not shown, with whatever else is changed there without a key") {
  Kiosk kiosk;
  const auto release = kiosk.store.store.release(2);
  overwrite(release / "contacts.db", "number 666");
  CHECK(shown_numbers(kiosk.store) == "none");
  // A whole edition by other people, with their own metadata, laid over everything.
  RepositorySimulator thief(kNow);
  publish_release(thief, {"number 666", "words", {}});
  SimulatedStore theirs(thief);
  REQUIRE(theirs.update().outcome == Outcome::updated);
  std::filesystem::remove_all(kiosk.store.store.folder);
  std::filesystem::copy(theirs.store.folder, kiosk.store.store.folder,
                        std::filesystem::copy_options::recursive | std::filesystem::copy_options::copy_symlinks);
  CHECK(shown_numbers(kiosk.store) == "none");
  CHECK_FALSE(installed_release(kiosk.store.store, kiosk.store.options.first_root));
}

TEST_CASE("a proof that names other hashes proves nothing, nor one with a signature too few") {
  Kiosk kiosk;
  const auto file = kiosk.store.store.release(2) / "proof.json";
  const std::string whole = test::read_file(file);
  RepositorySimulator thief(kNow);
  publish_release(thief, {"number 666", "words", {}});
  auto proof = read_proof(kiosk.store.store.release(2));
  REQUIRE(proof.ok());
  for (std::string role : {"timestamp", "snapshot", "targets", "contacts", "content"}) {
    Proof forged = *proof;
    const std::string version = role == "timestamp" ? "" : "2.";
    forged[role + ".json"] = thief.files.at("metadata/" + version + role + ".json");
    overwrite(file, write_proof(forged));
    std::filesystem::remove_all(kiosk.store.store.trust());  // nor is there another copy
    CHECK_MESSAGE(shown_numbers(kiosk.store) == "none", role);
    forged.erase(role + ".json");
    overwrite(file, write_proof(forged));
    CHECK_MESSAGE(shown_numbers(kiosk.store) == "none", role);
  }
  overwrite(file, whole);
  CHECK(shown_numbers(kiosk.store) == "number 116");
}

TEST_CASE("what has lapsed is still shown") {
  Kiosk kiosk;
  kiosk.store.clock.time += std::chrono::days(4000);
  CHECK(shown_numbers(kiosk.store) == "number 116");
}

TEST_CASE("a root that replaces every key takes nothing away before the edition comes that the new keys signed") {
  Kiosk kiosk;
  for (const char* role : {"targets", "snapshot", "timestamp"}) kiosk.repository.replace_keys(role, 1, 1);
  kiosk.repository.publish_root();
  // The connection ends after the new root.
  std::map<std::string, std::string> roots_only{
      {"metadata/2.root.json", kiosk.repository.files["metadata/2.root.json"]}};
  test::MemorySource cut(roots_only);
  (void)kiosk.store.update_from(cut);
  REQUIRE(std::filesystem::exists(kiosk.store.store.root(2)));
  CHECK(shown_numbers(kiosk.store) == "number 116");
  kiosk.repository.publish();
  CHECK(kiosk.store.update().outcome == Outcome::up_to_date);
  CHECK(shown_numbers(kiosk.store) == "number 116");
  auto installed = installed_release(kiosk.store.store, kiosk.store.options.first_root);
  REQUIRE(installed);
  CHECK(installed->edition.version == 3);
  CHECK(installed->edition.root == 2);
}

TEST_CASE("renewed signatures are kept with the release, so that its date is the renewed one") {
  Kiosk kiosk;
  const auto before = installed_release(kiosk.store.store, kiosk.store.options.first_root)->edition.expires;
  for (auto& [role, metadata] : kiosk.repository.targets) metadata.expires += std::chrono::days(100);
  kiosk.repository.snapshot.expires += std::chrono::days(50);
  kiosk.repository.timestamp.expires += std::chrono::days(50);
  kiosk.repository.root.expires += std::chrono::days(1000);
  kiosk.repository.publish_root();
  kiosk.repository.publish();
  CHECK(kiosk.store.update().outcome == Outcome::up_to_date);
  CHECK(installed_release(kiosk.store.store, kiosk.store.options.first_root)->edition.expires ==
        before + std::chrono::days(50));
}

TEST_CASE("without the root that came with the program nothing in the store is believed") {
  Kiosk kiosk;
  kiosk.store.options.first_root.clear();
  CHECK(shown_numbers(kiosk.store) == "none");
  CHECK(kiosk.store.update().outcome == Outcome::failed);
}

TEST_CASE("after the publisher's key was revoked, the edition that replaces a stolen one is followed at its version") {
  Kiosk kiosk;
  // The thief publishes version 3 first, and with it a version of the snapshot that is far too high afterwards.
  RepositorySimulator honest = kiosk.repository;
  publish_release(kiosk.repository, {"number 116", "words of the thief", {}});
  REQUIRE(kiosk.store.update().version == 3);
  honest.replace_keys("snapshot", 1, 1);
  honest.replace_keys("timestamp", 1, 1);
  honest.publish_root();
  publish_release(honest, {"number 116", "honest words", {}});
  test::MemorySource source(honest.files);
  Report report = kiosk.store.update_from(source);
  CHECK(report.outcome == Outcome::updated);
  CHECK(report.version == 3);
  CHECK(kiosk.store.current("content.db") == "honest words");
  CHECK(kiosk.store.update_from(source).outcome == Outcome::up_to_date);
  // It is a new release for the screen, which has to prove itself.
  CHECK(choose_release(kiosk.store.shelves())->pending);
}

TEST_CASE("after a version that was far too high, lower ones are followed again and may be taken back") {
  Kiosk kiosk;
  kiosk.repository.snapshot.version = kiosk.repository.timestamp.version = 1'000'000;
  publish_release(kiosk.repository, {"number 117", "far", {}});
  REQUIRE(kiosk.store.update().version == 1'000'001);
  kiosk.repository.snapshot.version = kiosk.repository.timestamp.version = 5;
  kiosk.repository.replace_keys("snapshot", 1, 1);
  kiosk.repository.replace_keys("timestamp", 1, 1);
  kiosk.repository.publish_root();
  publish_release(kiosk.repository, {"number 118", "back", {}});
  CHECK(kiosk.store.update().version == 6);
  CHECK(shown_numbers(kiosk.store) == "number 118");
  publish_release(kiosk.repository, {"number 119", "on", {}});
  CHECK(kiosk.store.update().version == 7);
  CHECK(shown_numbers(kiosk.store) == "number 119");
}

TEST_CASE("where the metadata that was seen is lost, the installed release still says what is older") {
  Kiosk kiosk;
  const auto old_files = kiosk.repository.files;
  publish_release(kiosk.repository, {"number 117", "words", {}});
  REQUIRE(kiosk.store.update().outcome == Outcome::updated);
  std::filesystem::remove_all(kiosk.store.store.metadata());
  test::MemorySource old_stick(old_files);
  CHECK(kiosk.store.update_from(old_stick).outcome == Outcome::older);
  CHECK(shown_numbers(kiosk.store) == "number 117");
}

TEST_CASE(
    "files that rotted are mended by a stick with the same edition, and by one with a newer one that shares them") {
  for (bool newer : {false, true}) {
    Kiosk kiosk;
    const auto release = kiosk.store.store.release(2);
    overwrite(release / "contacts.db", "number 11?");
    overwrite(release / "content.db", "wor");
    CHECK(shown_numbers(kiosk.store) == "none");
    if (newer) publish_release(kiosk.repository, {"number 116", "words", {"a picture"}});
    CHECK(kiosk.store.update().outcome == (newer ? Outcome::updated : Outcome::repaired));
    CHECK(shown_numbers(kiosk.store) == "number 116");
    CHECK(kiosk.store.current("content.db") == "words");
    CHECK(kiosk.store.update().outcome == Outcome::up_to_date);
  }
}

TEST_CASE("a spoilt proof and a lost link are mended and told") {
  for (bool link : {false, true}) {
    Kiosk kiosk;
    if (link)
      std::filesystem::remove(kiosk.store.store.current());
    else
      overwrite(kiosk.store.store.release(2) / "proof.json", "{}");
    CHECK(shown_numbers(kiosk.store) == "number 116");
    CHECK(kiosk.store.update().outcome == Outcome::repaired);
    CHECK(current_release(kiosk.store.store) == 2);
    CHECK(installed_release(kiosk.store.store, kiosk.store.options.first_root));
    CHECK(kiosk.store.update().outcome == Outcome::up_to_date);
  }
}

TEST_CASE("the release to go back to is mended where the source still has it, else it is taken away") {
  for (bool there : {true, false}) {
    Kiosk kiosk;
    publish_release(kiosk.repository, {"number 116", "newer words", {}});
    REQUIRE(kiosk.store.update().outcome == Outcome::updated);
    overwrite(kiosk.store.store.release(2) / "content.db", "wor");
    if (!there)
      std::erase_if(kiosk.repository.files, [](const auto& file) { return file.first.starts_with("targets/"); });
    CHECK(kiosk.store.update().outcome == Outcome::up_to_date);
    CHECK(release_numbers(kiosk.store.store).size() == (there ? 2 : 1));
    if (there) CHECK(test::read_file(kiosk.store.store.release(2) / "content.db") == "words");
  }
}

TEST_CASE("the screen notices that what it shows was mended") {
  Kiosk kiosk;
  auto shown = choose_release(kiosk.store.shelves());
  REQUIRE(shown.ok());
  CHECK_FALSE(has_moved_on(kiosk.store.store, *shown));
  overwrite(kiosk.store.store.release(2) / "content.db", "wor");
  REQUIRE(kiosk.store.update().outcome == Outcome::repaired);
  CHECK(has_moved_on(kiosk.store.store, *shown));
}

TEST_CASE("the newest numbers are mended too where their release was taken back") {
  Kiosk kiosk;
  publish_release(kiosk.repository, {"number 117", "words that crash", {}});
  REQUIRE(kiosk.store.update().outcome == Outcome::updated);
  for (int i = 0; i < kMaxUnprovenStarts; ++i) REQUIRE(note_start(kiosk.store.options.health, 3).ok());
  REQUIRE(kiosk.store.update().outcome == Outcome::known_bad);
  CHECK(shown_numbers(kiosk.store) == "number 117");
  CHECK(choose_release(kiosk.store.shelves())->number == 2);
  overwrite(kiosk.store.store.release(3) / "contacts.db", "rot");
  CHECK(shown_numbers(kiosk.store) == "none");
  CHECK(kiosk.store.update().outcome == Outcome::known_bad);
  CHECK(shown_numbers(kiosk.store) == "number 117");
}

TEST_CASE("sizes that were signed too large for any sum are too large for this disk, and nothing else") {
  Kiosk kiosk;
  publish_release(kiosk.repository, {"number 117", "other words", {}});
  auto& content = kiosk.repository.targets["content"].targets["content/content.db.zst"];
  content.length = INT64_MAX;
  content.custom.replace(content.custom.find(":") + 1, 2, std::to_string(INT64_MAX));
  kiosk.repository.targets["contacts"].targets["contacts/contacts.db"].length = INT64_MAX;
  kiosk.repository.publish();
  kiosk.store.options.reserve = 1000;
  CHECK(kiosk.store.update().outcome == Outcome::no_space);
}

TEST_CASE("what the check calls too new or against the rules ends so, and leaves nothing behind") {
  for (auto [code, outcome] :
       {std::pair(Code::unsupported, Outcome::program_too_old), std::pair(Code::refused, Outcome::against_rules),
        std::pair(Code::damaged, Outcome::refused)}) {
    Kiosk kiosk;
    publish_release(kiosk.repository, {"number 117", "other words", {}});
    kiosk.store.check = [code = code](const std::filesystem::path&) -> Status { return Error{code, "not this"}; };
    Report report = kiosk.store.update();
    CHECK(report.outcome == outcome);
    CHECK(report.detail == "not this");
    CHECK(report.version == 2);
    CHECK(shown_numbers(kiosk.store) == "number 116");
    CHECK(release_numbers(kiosk.store.store).size() == 1);
    CHECK_FALSE(std::filesystem::exists(kiosk.store.store.releases() / "3.new"));
  }
}

}  // namespace
}  // namespace kiosk::update

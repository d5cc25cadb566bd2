#include <doctest/doctest.h>

#include "kiosk/catalog/catalog.h"
#include "kiosk/publish/repository/key_file.h"
#include "kiosk/update/repository_layout.h"
#include "tests/publish/repository/office.h"

namespace kiosk::publish::test {
namespace {

using update::Outcome;

void exchange(Office& office, const std::string& role, const std::string& removed, const std::string& added,
              const std::vector<std::string>& signers) {
  must(draft_key_change(office.repository, role, office.public_key(removed), office.public_key(added), office.now));
  auto missing = must(complete_draft(office.repository, office.keys(signers), office.now));
  for (const Missing& each : missing) INFO(each.file, " has ", each.have, " of ", each.needed);
  REQUIRE(missing.empty());
}

TEST_CASE("every key can be exchanged, and a kiosk that slept through it all catches up") {
  Office office;
  office.begin();
  office.publish("116", "Words.");
  Kiosk sleeper(office), watcher(office);
  REQUIRE(watcher.update_from(office.repository.folder).outcome == Outcome::updated);
  // ray's key is lost; the two others go on.
  exchange(office, "root", "ray", "rita", {"ruth", "rose", "paul"});
  exchange(office, "root", "ruth", "rob", {"rose", "ruth", "rita", "paul"});
  exchange(office, "publisher", "paul", "pia", {"rose", "rita", "pia"});
  exchange(office, "content", "wendy", "will", {"rose", "rita", "will", "pia"});
  exchange(office, "contacts", "carl", "cody", {"rose", "rita", "cora", "cody", "pia"});
  CHECK(watcher.update_from(office.repository.folder).outcome == Outcome::up_to_date);
  CHECK(sleeper.update_from(office.repository.folder).outcome == Outcome::updated);
  CHECK(sleeper.number() == "116");

  // Those who are gone sign nothing any more.
  office.draft(office.catalog("117", "Words."));
  auto missing = must(complete_draft(office.repository, office.keys({"carl", "cora", "pia"}), office.now));
  REQUIRE(missing.size() == 1);
  CHECK(missing[0].have == 1);
  CHECK_FALSE(complete_draft(office.repository, office.keys({"cody", "paul"}), office.now).ok());
  CHECK(must(complete_draft(office.repository, office.keys({"cody", "pia"}), office.now)).empty());
}

TEST_CASE("one root key alone exchanges nothing") {
  Office office;
  office.begin();
  must(draft_key_change(office.repository, "contacts", office.public_key("carl"), office.public_key("crook"),
                        office.now));
  auto missing = must(complete_draft(office.repository, office.keys({"ruth", "crook", "paul"}), office.now));
  REQUIRE_FALSE(missing.empty());
  CHECK(missing[0].file == "2.targets.json");
}

TEST_CASE("a key that is not there cannot be removed, and none is added twice") {
  Office office;
  office.begin();
  auto change = [&](const char* role, const char* removed, const char* added) {
    return draft_key_change(office.repository, role, office.public_key(removed), office.public_key(added), office.now);
  };
  CHECK_FALSE(change("root", "carl", "rita").ok());
  CHECK_FALSE(change("root", "ray", "ruth").ok());
  CHECK_FALSE(change("manager", "ray", "rita").ok());
}

TEST_CASE("what lapses soon is renewed, and what does not stays") {
  Office office;
  office.begin();
  office.publish("116", "Words.");
  CHECK(must(draft_renewal(office.repository, std::chrono::days(180), office.now)).empty());
  office.now += std::chrono::days(700);
  CHECK(take_inventory(office.repository, office.now).error().code == Code::expired);
  auto names = must(draft_renewal(office.repository, std::chrono::days(180), office.now));
  CHECK(names == std::vector<std::string>{"2.targets.json", "2.contacts.json", "2.content.json"});
  CHECK(
      must(complete_draft(office.repository, office.keys({"ruth", "ray", "carl", "cora", "wendy", "paul"}), office.now))
          .empty());
  CHECK(take_inventory(office.repository, office.now).ok());
  Kiosk kiosk(office);
  CHECK(kiosk.update_from(office.repository.folder).outcome == Outcome::updated);
}

TEST_CASE("a stick that was exported updates a kiosk, and one that was altered does not") {
  Office office;
  office.begin();
  office.publish("116", "Words.");
  TemporaryFolder stick;
  kiosk::test::write_file(stick / "holiday.jpg", "left alone");
  must(export_to(office.repository, must(take_inventory(office.repository, office.now)), stick.path()));
  office.publish("117", "Other words.");
  must(export_to(office.repository, must(take_inventory(office.repository, office.now)), stick.path()));
  CHECK(std::filesystem::exists(stick / "holiday.jpg"));
  const auto folder = stick / update::kStickFolder;
  CHECK_FALSE(std::filesystem::exists(folder / "draft"));

  Kiosk kiosk(office);
  REQUIRE(kiosk.update_from(folder).outcome == Outcome::updated);
  CHECK(kiosk.number() == "117");

  // One digit changed in contacts.db, with a "-wal" and a "-journal" beside it.
  office.publish("118", "Other words.");
  must(export_to(office.repository, must(take_inventory(office.repository, office.now)), stick.path()));
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder / "targets" / "contacts")) {
    std::string bytes = kiosk::test::read_file(entry.path());
    const size_t at = bytes.find("118");
    REQUIRE(at != std::string::npos);
    bytes[at + 2] = '9';
    kiosk::test::write_file(entry.path(), bytes);
  }
  auto report = kiosk.update_from(folder);
  CHECK(report.outcome == Outcome::refused);
  CHECK(kiosk.number() == "117");
}

TEST_CASE("a stick without room is refused before anything is written") {
  Office office;
  office.begin();
  office.publish("116", "Words.");
  Inventory inventory = must(take_inventory(office.repository, office.now));
  inventory.files[0].length = uint64_t{1} << 60;
  TemporaryFolder stick;
  auto exported = export_to(office.repository, inventory, stick.path());
  REQUIRE_FALSE(exported.ok());
  CHECK(exported.error().code == Code::no_space);
  CHECK_FALSE(std::filesystem::exists(stick / update::kStickFolder / "metadata"));
}

TEST_CASE("verifying a repository finds the file that rotted") {
  Office office;
  office.begin();
  office.publish("116", "Words.");
  Inventory inventory = must(take_inventory(office.repository, office.now));
  CHECK(damaged_files(office.repository.folder, inventory).empty());
  kiosk::test::write_file(office.repository.folder / inventory.files[0].path, "rot");
  CHECK(damaged_files(office.repository.folder, inventory).size() == 1);
}

TEST_CASE("journals laid beside an installed database change no number") {
  Office office;
  office.begin();
  office.publish("116", "Words.");
  Kiosk kiosk(office);
  REQUIRE(kiosk.update_from(office.repository.folder).outcome == Outcome::updated);
  for (const char* name : {"contacts.db-wal", "contacts.db-journal", "contacts.db-shm"}) {
    kiosk::test::write_file(kiosk.store.current() / name, std::string(4096, 'x'));
  }
  CHECK(kiosk.number() == "116");
}

TEST_CASE("key files open with their pass phrase and are never overwritten") {
  TemporaryFolder folder;
  must(create_key_files(folder.path(), "mary", "four odd words here"));
  CHECK_FALSE(create_key_files(folder.path(), "mary", "four odd words here").ok());
  CHECK_FALSE(create_key_files(folder.path(), "short", "short").ok());
  SigningKey key = must(load_private_key(folder / "mary.key", "four odd words here"));
  CHECK(key.id == update::tuf::key_id(must(load_public_key(folder / "mary.pub"))));
  for (const char* typed : {"four odd words here\r", "\uFEFFfour odd words here", "\uFEFFfour odd words here\r\n"})
    CHECK(load_private_key(folder / "mary.key", typed).ok());
  CHECK(load_private_key(folder / "mary.key", "another phrase").error().code == Code::refused);
  CHECK((std::filesystem::status(folder / "mary.key").permissions() & std::filesystem::perms::all) ==
        (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
  CHECK_FALSE(load_public_key(folder / "mary.key").ok());
}

TEST_CASE("a key opens wherever its words are typed, and one of an earlier version still does") {
  TemporaryFolder folder;
  const std::string composed = "caf\u00E9 cr\u00E8me et mots", decomposed = "cafe\u0301 cre\u0300me et mots";
  must(create_key_files(folder.path(), "new", decomposed + "\r"));
  for (const std::string& typed : {composed, decomposed, "\uFEFF" + composed + "\r\n"})
    CHECK_MESSAGE(load_private_key(folder / "new.key", typed).ok(), typed);
  // Before, the bytes were taken as they came.
  for (const std::string& bytes : {decomposed, composed + "\r", "\uFEFF" + composed, "\uFEFF" + decomposed + "\r"}) {
    auto key = crypto::PrivateKey::generate(crypto::Scheme::ed25519);
    kiosk::test::write_file(folder / "old.key", key.encrypted_pem(bytes));
    for (const std::string& typed : {bytes, composed, decomposed})
      CHECK_MESSAGE(load_private_key(folder / "old.key", typed).ok(), typed);
    CHECK_FALSE(load_private_key(folder / "old.key", "cafe creme et mots").ok());
  }
}

}  // namespace
}  // namespace kiosk::publish::test

#include "kiosk/publish/repository/repository.h"

#include <doctest/doctest.h>

#include <fstream>

#include "kiosk/catalog/catalog.h"
#include "kiosk/update/repository_layout.h"
#include "kiosk/update/tuf/parse.h"
#include "tests/publish/repository/office.h"

namespace kiosk::publish::test {
namespace {

using update::Outcome;

TEST_CASE("a published number arrives on a kiosk") {
  Office office;
  office.begin();
  office.publish("116", "Ask for the licence.");
  Kiosk kiosk(office);
  CHECK(kiosk.update_from(office.repository.folder).outcome == Outcome::updated);
  CHECK(kiosk.number() == "116");
  office.publish("1340", "Ask for the licence.");
  CHECK(kiosk.update_from(office.repository.folder).outcome == Outcome::updated);
  CHECK(kiosk.number() == "1340");
}

TEST_CASE("nothing is published below the threshold, and the signatures made are kept") {
  Office office;
  office.begin();
  office.publish("116", "Words.");
  Kiosk kiosk(office);
  REQUIRE(kiosk.update_from(office.repository.folder).outcome == Outcome::updated);
  office.draft(office.catalog("117", "Words."));
  for (auto people : std::vector<std::vector<std::string>>{
           {"carl", "wendy", "paul"}, {"carl", "wendy", "paul", "ruth", "ray"}, {"carl"}}) {
    auto missing = must(complete_draft(office.repository, office.keys(people), office.now));
    REQUIRE(missing.size() == 1);
    CHECK(missing[0].file == "2.contacts.json");
    CHECK(missing[0].have == 1);
    CHECK(missing[0].needed == 2);
    CHECK(kiosk.update_from(office.repository.folder).outcome == Outcome::up_to_date);
  }
  CHECK(must(complete_draft(office.repository, office.keys({"cleo", "paul"}), office.now)).empty());
  CHECK(kiosk.update_from(office.repository.folder).outcome == Outcome::updated);
  CHECK(kiosk.number() == "117");
}

TEST_CASE("without the publisher's key nothing goes out") {
  Office office;
  office.begin();
  office.draft(office.catalog("116", "Words."));
  auto completed = complete_draft(office.repository, office.keys({"carl", "cora", "wendy"}), office.now);
  REQUIRE_FALSE(completed.ok());
  CHECK(completed.error().code == Code::refused);
  CHECK_FALSE(must(load_state(office.repository)).contacts);
}

TEST_CASE("signatures for one draft do not go onto another") {
  Office office;
  office.begin();
  office.draft(office.catalog("116", "Words."));
  SignRequest request = must(make_sign_request(office.repository));
  Review review = must(review_request(request, {}));
  must(sign(request, review, office.keys({"cora"})[0], office.now));
  office.draft(office.catalog("117", "Words."));
  CHECK_FALSE(take_signatures(office.repository, request).ok());
}

TEST_CASE("a root that the old one did not sign is not published") {
  Office office;
  office.begin();
  State state = must(load_state(office.repository));
  // The thief puts his own keys in the place of all, and signs with them.
  NewRepository who = office.people();
  Office other;
  must(draft_repository(other.repository,
                        {{other.public_key("crook"), other.public_key("mallory")},
                         who.contacts,
                         who.content,
                         {other.public_key("crook")}},
                        office.now));
  DraftFile root = must(load_draft(other.repository)).front();
  REQUIRE(root.role == "root");
  update::tuf::Root next = must(update::tuf::parse_root(root.text)).body;
  next.version = 2;
  must(save_draft(office.repository, {{"root", 2, update::tuf::write_unsigned(next)}}));
  auto missing = must(complete_draft(office.repository, other.keys({"crook", "mallory"}), office.now));
  REQUIRE(missing.size() == 1);
  CHECK(missing[0].file == "2.root.json");
  CHECK(missing[0].have == 0);
  CHECK_FALSE(std::filesystem::exists(office.repository.metadata() / "2.root.json"));
}

TEST_CASE("two signatures on one machine stand in the release's record") {
  Office office;
  office.begin();
  office.publish("116", "Words.");
  const auto record = must(read_signing_record(office.repository.record_of(2)));
  CHECK(record.size() == 3);
  CHECK(signed_on_one_machine(record) == std::vector<std::string>{"1.contacts.json"});
  SigningRecord two = record;
  for (SignatureNote& note : two) note.machine = note.key;
  CHECK(signed_on_one_machine(two).empty());
}

TEST_CASE("who signs alone for contacts or root is not set up") {
  Office office;
  NewRepository who = office.people();
  who.contacts_threshold = 1;
  CHECK_FALSE(draft_repository(office.repository, who, office.now).ok());
  who = office.people();
  who.root.resize(1);
  CHECK_FALSE(draft_repository(office.repository, who, office.now).ok());
  who = office.people();
  who.contacts = {who.contacts[0], who.contacts[0]};  // one person twice
  CHECK_FALSE(draft_repository(office.repository, who, office.now).ok());
}

TEST_CASE("a change of words needs no signature of the contacts' keepers") {
  Office office;
  office.begin();
  office.publish("116", "Words.");
  ReleaseDraft draft = office.draft(office.catalog("116", "Other words."));
  CHECK_FALSE(draft.contacts_changed);
  CHECK(draft.contacts.none());
  CHECK(must(complete_draft(office.repository, office.keys({"wendy", "paul"}), office.now)).empty());
}

TEST_CASE("the same catalog again makes no draft") {
  Office office;
  office.begin();
  office.publish("116", "Words.");
  ReleaseDraft draft = office.draft(office.catalog("116", "Words."));
  CHECK_FALSE(draft.contacts_changed);
  CHECK_FALSE(draft.content_changed);
  CHECK(must(load_draft(office.repository)).empty());
}

TEST_CASE("kiosks get deltas from the last releases") {
  Office office;
  office.begin();
  std::string words;
  for (int i = 0; i < 1500; ++i) words += "Line " + std::to_string(i * 7919 % 1501) + " of the advice.\n";
  office.publish("0770800911", words);
  Kiosk kiosk(office);
  REQUIRE(kiosk.update_from(office.repository.folder).outcome == Outcome::updated);
  ReleaseDraft draft = office.draft(office.catalog("0770800911", words + "And one more."));
  REQUIRE(draft.delta_bytes.size() == 1);
  CHECK(draft.delta_bytes[0] < draft.full_bytes / 2);
  REQUIRE(must(complete_draft(office.repository, office.keys({"wendy", "paul"}), office.now)).empty());
  auto report = kiosk.update_from(office.repository.folder);
  CHECK(report.outcome == Outcome::updated);
  CHECK(report.bytes_fetched < draft.full_bytes);
}

TEST_CASE("a folder that is no catalog is not published") {
  Office office;
  office.begin();
  auto folder = office.catalog("116", "Words.");
  std::filesystem::remove(folder / "content.db");
  CHECK_FALSE(draft_release(office.repository, folder, office.now, [](const std::string&) {}).ok());
}

}  // namespace
}  // namespace kiosk::publish::test

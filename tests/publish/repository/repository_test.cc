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

TEST_CASE("a request goes to the next signer and back, and shows every number on the way") {
  Office office;
  office.begin();
  office.publish("116", "Words.");
  office.draft(office.catalog("117", "Words."));
  REQUIRE(must(complete_draft(office.repository, office.keys({"carl", "paul"}), office.now)).size() == 1);
  const auto file = office.folder / "request.json";
  must(write_sign_request(must(make_sign_request(office.repository)), file));

  SignRequest request = must(read_sign_request(file));
  NumberChanges numbers = must(numbers_of(request, office.folder.path()));
  REQUIRE(numbers.added.size() == 1);
  REQUIRE(numbers.removed.size() == 1);
  CHECK(numbers.added[0].dial == "117");
  CHECK(numbers.removed[0].dial == "116");
  CHECK(describe(numbers).find("1 1 7") != std::string::npos);
  auto stranger = sign(request, office.keys({"wendy"})[0]);
  CHECK_FALSE(stranger.ok());
  CHECK(must(sign(request, office.keys({"cora"})[0])) == 1);
  must(write_sign_request(request, file));

  must(take_signatures(office.repository, must(read_sign_request(file))));
  CHECK(must(complete_draft(office.repository, office.keys({"paul"}), office.now)).empty());
  CHECK(must(load_state(office.repository)).contacts->version == 2);
}

TEST_CASE("a request that shows other numbers than it has signed is refused") {
  Office office;
  office.begin();
  office.draft(office.catalog("117", "Words."));
  SignRequest request = must(make_sign_request(office.repository));
  request.contacts = kiosk::test::read_file(office.catalog("116", "Words.") / "contacts.db");
  must(write_sign_request(request, office.folder / "forged.json"));
  auto read = read_sign_request(office.folder / "forged.json");
  REQUIRE_FALSE(read.ok());
  CHECK(read.error().code == Code::invalid);
}

TEST_CASE("signatures for one draft do not go onto another") {
  Office office;
  office.begin();
  office.draft(office.catalog("116", "Words."));
  SignRequest request = must(make_sign_request(office.repository));
  must(sign(request, office.keys({"cora"})[0]));
  office.draft(office.catalog("117", "Words."));
  CHECK_FALSE(take_signatures(office.repository, request).ok());
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
  CHECK(draft.numbers.none());
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
  office.publish("116", words);
  Kiosk kiosk(office);
  REQUIRE(kiosk.update_from(office.repository.folder).outcome == Outcome::updated);
  ReleaseDraft draft = office.draft(office.catalog("116", words + "And one more."));
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

#include <doctest/doctest.h>

#include <string>

#include "kiosk/update/tuf/client.h"
#include "kiosk/update/tuf/write.h"
#include "tests/support/many_delegations.h"
#include "tests/support/simulated_client.h"

namespace kiosk::update::tuf {
namespace {

using test::code_of;
using test::kNow;
using test::RepositorySimulator;
using Kiosk = test::SimulatedClient;

TEST_CASE("a delegated role is believed up to its threshold of different keys") {
  RepositorySimulator repository(kNow);
  repository.add_target("contacts", "contacts/contacts.db", "the right number");
  repository.publish();
  Kiosk kiosk(repository);
  CHECK(kiosk.find("contacts/contacts.db").ok());

  repository.signers["contacts"] = 1;
  repository.publish();
  CHECK(code_of(kiosk.find("contacts/contacts.db")) == Code::refused);
}

TEST_CASE("the content key cannot name a contacts file") {
  RepositorySimulator repository(kNow);
  repository.add_target("content", "contacts/contacts.db", "the trafficker's number");
  repository.publish();
  Kiosk kiosk(repository);
  CHECK(code_of(kiosk.find("contacts/contacts.db")) == Code::not_found);

  // Nor can it put its own signatures under the role of contacts.
  Targets forged = repository.targets["contacts"];
  forged.targets = repository.targets["content"].targets;
  repository.files["metadata/" + std::to_string(forged.version) + ".contacts.json"] =
      repository.sign("content", write_unsigned(forged), 1);
  CHECK_FALSE(kiosk.find("contacts/contacts.db").ok());
}

TEST_CASE("behind a terminating delegation nobody is asked") {
  RepositorySimulator repository(kNow);
  repository.targets["targets"].delegations[1].paths.push_back("contacts/*");
  repository.add_target("content", "contacts/contacts.db", "the trafficker's number");
  repository.publish();
  Kiosk kiosk(repository);
  CHECK(code_of(kiosk.find("contacts/contacts.db")) == Code::not_found);

  repository.targets["targets"].delegations[0].terminating = false;
  repository.publish();
  CHECK(kiosk.find("contacts/contacts.db").ok());
}

TEST_CASE("a pattern's star ends at a slash") {
  Delegation delegation{"content", {}, true, {"content/*"}};
  CHECK(delegates(delegation, "content/content.db.zst"));
  CHECK_FALSE(delegates(delegation, "content/a/b"));
  CHECK_FALSE(delegates(delegation, "contents"));
  CHECK_FALSE(delegates(delegation, "contacts/content.db.zst"));
}

TEST_CASE("a search visits a bounded number of roles") {
  RepositorySimulator repository(kNow);
  // A chain of roles, each delegating to the next with the key of "content".
  Delegation content = repository.targets["targets"].delegations[1];
  Keys keys = repository.targets["targets"].keys;
  auto delegate = [&](const std::string& from, const std::string& to) {
    Delegation delegation = content;
    delegation.name = to;
    delegation.paths = {"*"};
    delegation.terminating = false;
    repository.targets[from].keys = keys;
    repository.targets[from].delegations = {delegation};
  };
  auto name = [](int i) { return "r" + std::to_string(100 + i); };
  delegate("targets", name(1));
  for (int i = 1; i < 40; ++i) {
    repository.targets[name(i)] = repository.targets["content"];
    repository.targets[name(i)].version = 0;
    delegate(name(i), name(i + 1));
  }
  repository.targets[name(40)] = repository.targets["content"];
  repository.targets[name(40)].version = 0;
  repository.targets[name(31)].targets["near"] = {1, {{"sha256", "00"}}, ""};
  repository.targets[name(32)].targets["far"] = {1, {{"sha256", "00"}}, ""};
  // Every role of the chain is signed by the key of "content": write_unsigned and sign by hand.
  for (auto& [role, metadata] : repository.targets) {
    ++metadata.version;
    std::string signer = role[0] == 'r' ? "content" : role;
    int count = role == "contacts" ? 2 : 1;
    std::string file = repository.sign(signer, write_unsigned(metadata), count);
    repository.files["metadata/" + std::to_string(metadata.version) + "." + role + ".json"] = file;
    repository.snapshot.meta[role + ".json"] = {metadata.version, std::nullopt, {}};
  }
  repository.snapshot.version = 2;
  repository.files["metadata/2.snapshot.json"] = repository.sign("snapshot", write_unsigned(repository.snapshot), 1);
  repository.timestamp.version = 2;
  repository.timestamp.snapshot = {2, std::nullopt, {}};
  repository.files["metadata/timestamp.json"] = repository.sign("timestamp", write_unsigned(repository.timestamp), 1);

  Kiosk kiosk(repository);
  CHECK(kiosk.find("near").ok());
  CHECK(code_of(kiosk.find("far")) == Code::not_found);
}

TEST_CASE("a delegated role is signed by keys that its delegator lists, not by those that root knows") {
  RepositorySimulator repository(kNow);
  repository.add_target("contacts", "contacts/contacts.db", "wrong");
  // Who delegates names the publisher's key, which stands in root alone.
  auto& contacts = repository.targets["targets"].delegations[0];
  REQUIRE(contacts.name == "contacts");
  contacts.role = repository.root.timestamp;
  for (const std::string& id : contacts.role.key_ids) repository.targets["targets"].keys.erase(id);
  repository.publish();
  const int64_t version = repository.targets["contacts"].version;
  repository.files["metadata/" + std::to_string(version) + ".contacts.json"] =
      repository.sign("timestamp", write_unsigned(repository.targets["contacts"]), 1);
  repository.snapshot.meta["contacts.json"] = {version, std::nullopt, {}};
  ++repository.snapshot.version;
  repository.files["metadata/" + std::to_string(repository.snapshot.version) + ".snapshot.json"] =
      repository.sign("snapshot", write_unsigned(repository.snapshot), 1);
  ++repository.timestamp.version;
  repository.timestamp.snapshot = {repository.snapshot.version, std::nullopt, {}};
  repository.files["metadata/timestamp.json"] = repository.sign("timestamp", write_unsigned(repository.timestamp), 1);
  Kiosk kiosk(repository);
  CHECK(code_of(kiosk.find("contacts/contacts.db")) == Code::refused);
}

TEST_CASE("as many delegations as fit into the metadata are searched and the right one is found; one more is refused") {
  RepositorySimulator repository(kNow);
  repository.add_target("contacts", "contacts/contacts.db", "right");
  CHECK(test::publish_most_delegations(repository) > 56'000);
  Kiosk kiosk(repository);
  Client client(kiosk.source, kiosk.store, kNow);
  REQUIRE(client.refresh().ok());
  CHECK(client.find_target("contacts/contacts.db").ok());
  CHECK(code_of(client.find_target("nothing/there")) == Code::not_found);

  test::publish_most_delegations(repository, 1);
  const Status crowded = kiosk.refresh();
  REQUIRE_FALSE(crowded.ok());
  CHECK(crowded.error().code == Code::damaged);
  CHECK(crowded.error().message.find("larger than the 5000000 bytes") != std::string::npos);
}

TEST_CASE("a role that one delegator vouches for is not thereby good for another") {
  RepositorySimulator repository(kNow);
  // "content" delegates contacts/* onward to "contacts" under its own key: the file of that name is signed by others.
  repository.add_target("contacts", "contacts/contacts.db", "right");
  repository.publish();
  Kiosk kiosk(repository);
  REQUIRE(kiosk.find("contacts/contacts.db").ok());

  Delegation own = repository.targets["targets"].delegations[1];
  own.name = "contacts";
  own.paths = {"content/*"};
  repository.targets["content"].keys = repository.targets["targets"].keys;
  repository.targets["content"].delegations = {own};
  repository.targets["contacts"].targets["content/x"] = {1, {{"sha256", "00"}}, ""};
  repository.publish();
  CHECK(kiosk.find("contacts/contacts.db").ok());
  CHECK(code_of(kiosk.find("content/x")) == Code::refused);
}

}  // namespace
}  // namespace kiosk::update::tuf

#include <doctest/doctest.h>

#include <regex>

#include "kiosk/base/instant.h"
#include "kiosk/update/content_key.h"
#include "kiosk/update/tuf/parse.h"
#include "tests/support/repository_simulator.h"
#include "tests/support/temporary_folder.h"

using namespace kiosk;
using namespace kiosk::update;

namespace {

const Instant kNow = *parse_instant("2026-11-24T00:00:00Z");

std::string key_of(const std::string& bytes) { return content_key(tuf::parse_root(bytes)->body); }

}  // namespace

TEST_CASE("the content key is six groups of five digits") {
  test::RepositorySimulator repository(kNow);
  CHECK(std::regex_match(key_of(repository.files.at("metadata/1.root.json")), std::regex("[0-9]{5}( [0-9]{5}){5}")));
}

TEST_CASE(
    "the content key stays while the same people sign, and changes with any key of theirs and with how many must") {
  test::RepositorySimulator repository(kNow);
  const std::string first = key_of(repository.files.at("metadata/1.root.json"));
  repository.root.expires += std::chrono::days(365);
  repository.publish_root();
  CHECK(key_of(repository.files.at("metadata/2.root.json")) == first);
  repository.replace_keys("timestamp", 1, 1);
  repository.publish_root();
  CHECK(key_of(repository.files.at("metadata/3.root.json")) == first);

  tuf::Root root = tuf::parse_root(repository.files.at("metadata/3.root.json"))->body;
  root.root.threshold = 1;
  CHECK(content_key(root) != first);
  CHECK(key_of(test::RepositorySimulator(kNow).files.at("metadata/1.root.json")) != first);
  repository.replace_keys("root", 3, 2);
  repository.publish_root();
  CHECK(key_of(repository.files.at("metadata/4.root.json")) != first);
}

TEST_CASE("neither the names of the keys nor their order change the content key") {
  test::RepositorySimulator repository(kNow);
  tuf::Root root = tuf::parse_root(repository.files.at("metadata/1.root.json"))->body, renamed = root;
  renamed.keys.clear();
  renamed.root.key_ids.clear();
  for (auto id = root.root.key_ids.rbegin(); id != root.root.key_ids.rend(); ++id) {
    renamed.keys["another-" + *id] = root.keys.at(*id);
    renamed.root.key_ids.push_back("another-" + *id);
  }
  CHECK(content_key(renamed) == content_key(root));
}

TEST_CASE("a kiosk shows the key of the newest root that the one it came with leads to") {
  test::RepositorySimulator repository(kNow), other(kNow);
  test::TemporaryFolder folder;
  const Store store{folder / "store"};
  CHECK_FALSE(trusted_content_key(store, ""));
  const std::string first_root = repository.files.at("metadata/1.root.json");
  CHECK(trusted_content_key(store, first_root) == key_of(first_root));
  // A root that the one before has signed counts, somebody else's does not, wherever it lies.
  REQUIRE(prepare_store(store).ok());
  test::write_file(store.metadata() / "root.json", other.files.at("metadata/1.root.json"));
  CHECK(trusted_content_key(store, first_root) == key_of(first_root));
  repository.replace_keys("root", 3, 2);
  repository.publish_root();
  test::write_file(store.root(2), repository.files.at("metadata/2.root.json"));
  CHECK(trusted_content_key(store, first_root) == key_of(repository.files.at("metadata/2.root.json")));
  CHECK_FALSE(trusted_content_key(store, "{\"signed\":"));
}

TEST_CASE("a later root in the store counts only where the one before has signed it") {
  test::RepositorySimulator repository(kNow), thief(kNow);
  test::TemporaryFolder folder;
  const Store store{folder / "store"};
  const std::string first_root = repository.files.at("metadata/1.root.json");
  REQUIRE(prepare_store(store).ok());
  thief.publish_root();  // rightly signed by the thief's own keys, before and after
  test::write_file(store.root(2), thief.files.at("metadata/2.root.json"));
  CHECK(trusted_content_key(store, first_root) == key_of(first_root));
  repository.publish_root();
  test::write_file(store.root(2), repository.files.at("metadata/2.root.json"));
  thief.publish_root();
  test::write_file(store.root(3), thief.files.at("metadata/3.root.json"));
  CHECK(trusted_content_key(store, first_root) == key_of(first_root));
}

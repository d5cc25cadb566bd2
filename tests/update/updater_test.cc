#include "kiosk/update/updater.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <memory>
#include <string>

#include "kiosk/crypto/sha256.h"
#include "kiosk/os/directory.h"
#include "kiosk/os/lock_file.h"
#include "kiosk/update/directory_source.h"
#include "kiosk/update/repository_layout.h"
#include "tests/support/simulated_client.h"
#include "tests/support/simulated_store.h"

namespace kiosk::update {
namespace {

using test::Content;
using test::kNow;
using test::publish_release;
using test::RepositorySimulator;
using test::SimulatedStore;

std::string noise(size_t size, unsigned seed) {
  std::string text;
  while (text.size() < size) {
    seed = seed * 1664525 + 1013904223;
    text += static_cast<char>(seed >> 24);
  }
  return text;
}

std::string target_file(const std::string& target, const std::string& bytes) {
  return target_path(target, crypto::sha256(bytes));
}

TEST_CASE("a first update installs every file as it was published") {
  RepositorySimulator repository(kNow);
  publish_release(repository, {"number 116", noise(300'000, 1), {"a picture", "a recording"}});
  SimulatedStore kiosk(repository);
  Report report = kiosk.update();
  CHECK(report.outcome == Outcome::updated);
  CHECK(report.version == 2);
  CHECK(report.created == kNow);
  CHECK(kiosk.current("contacts.db") == "number 116");
  CHECK((kiosk.current("content.db") == noise(300'000, 1)));
  for (std::string object : {"a picture", "a recording"}) {
    const std::string name = crypto::sha256(object).hex();
    CHECK(kiosk.current("objects/" + name.substr(0, 2) + "/" + name) == object);
  }
  struct stat status = {};
  REQUIRE(::stat((kiosk.store.current() / "contacts.db").c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0444);
  CHECK(os::list_folder(kiosk.store.staging())->empty());
  CHECK(os::list_folder(kiosk.store.releases())->size() == 1);
  REQUIRE_FALSE(kiosk.progress.empty());
  CHECK(kiosk.progress.front().step == Step::asking);
  CHECK(kiosk.progress.back().step == Step::installing);
  CHECK(kiosk.progress.back().done_bytes == kiosk.progress.back().total_bytes);
  CHECK(kiosk.progress.back().total_bytes > 300'000);
}

TEST_CASE("without news nothing is fetched but two small files") {
  RepositorySimulator repository(kNow);
  publish_release(repository, {});
  SimulatedStore kiosk(repository);
  REQUIRE(kiosk.update().outcome == Outcome::updated);
  kiosk.source.asked.clear();
  kiosk.source.bytes_given = 0;
  Report report = kiosk.update();
  CHECK(report.outcome == Outcome::up_to_date);
  CHECK(report.version == 2);
  CHECK(kiosk.source.asked == std::vector<std::string>{"metadata/2.root.json", "metadata/timestamp.json"});
  CHECK(kiosk.source.bytes_given < 2000);
}

TEST_CASE("renewed signatures over the same content change no release") {
  RepositorySimulator repository(kNow);
  publish_release(repository, {});
  SimulatedStore kiosk(repository);
  REQUIRE(kiosk.update().outcome == Outcome::updated);
  repository.publish();
  CHECK(kiosk.update().outcome == Outcome::up_to_date);
  CHECK(*current_release(kiosk.store) == 2);
}

TEST_CASE("only what changed is fetched") {
  RepositorySimulator repository(kNow);
  Content content{"number 116", noise(100'000, 1), {noise(50'000, 2)}};
  publish_release(repository, content);
  SimulatedStore kiosk(repository);
  REQUIRE(kiosk.update().outcome == Outcome::updated);
  content.contacts = "number 117";
  content.objects.push_back("small");
  publish_release(repository, content);
  kiosk.source.asked.clear();
  Report report = kiosk.update();
  CHECK(report.outcome == Outcome::updated);
  CHECK(kiosk.current("contacts.db") == "number 117");
  CHECK(report.bytes_fetched < 500);
  const std::string old_object = object_path(crypto::sha256(noise(50'000, 2)));
  CHECK(std::count(kiosk.source.asked.begin(), kiosk.source.asked.end(), old_object) == 0);

  content.content = "quite other words";
  publish_release(repository, content);
  kiosk.source.asked.clear();
  REQUIRE(kiosk.update().outcome == Outcome::updated);
  CHECK(kiosk.current("content.db") == "quite other words");
  CHECK(kiosk.current("contacts.db") == "number 117");
  const std::string contacts = target_file(kContactsTarget, "number 117");
  CHECK(std::count(kiosk.source.asked.begin(), kiosk.source.asked.end(), contacts) == 0);
}

TEST_CASE("bytes that were not signed for are refused, whatever file they are in, and nothing changes") {
  const Content before{"number 116", "old words", {}};
  const Content after{"number 117", "new words", {"a picture"}};
  for (std::string what : {"targets/contacts/", "targets/content/", "objects/", "longer", "shorter"}) {
    RepositorySimulator repository(kNow);
    publish_release(repository, before);
    SimulatedStore kiosk(repository);
    REQUIRE(kiosk.update().outcome == Outcome::updated);
    publish_release(repository, after);
    std::string contacts = target_file(kContactsTarget, after.contacts);
    if (what == "longer") {
      repository.files[contacts] += "x";
    } else if (what == "shorter") {
      repository.files[contacts].pop_back();
    } else {
      for (auto& [path, bytes] : repository.files) {
        if (path.rfind(what, 0) == 0) bytes[bytes.size() - 1] ^= 1;  // right length, one wrong bit
      }
    }
    Report report = kiosk.update();
    CHECK(report.outcome == Outcome::refused);
    CHECK(report.version == 2);
    CHECK(kiosk.current("contacts.db") == "number 116");
    CHECK(kiosk.current("content.db") == "old words");
  }
}

TEST_CASE("a file without end is read no further than its signed size") {
  RepositorySimulator repository(kNow);
  publish_release(repository, {"n", "words", {}});
  SimulatedStore kiosk(repository);
  kiosk.source.endless.insert(target_file(kContactsTarget, "n"));
  CHECK(kiosk.update().outcome == Outcome::refused);
  CHECK(kiosk.source.bytes_given < 1'000'000);
}

TEST_CASE("an update that broke off goes on where it was") {
  RepositorySimulator repository(kNow);
  const std::string picture = noise(900'000, 3);
  publish_release(repository, {"n", "words", {picture}});
  SimulatedStore kiosk(repository);
  kiosk.source.breaks_at[object_path(crypto::sha256(picture))] = 600'000;
  CHECK(kiosk.update().outcome == Outcome::interrupted);
  CHECK_FALSE(current_release(kiosk.store));
  kiosk.source.bytes_given = 0;
  CHECK(kiosk.update().outcome == Outcome::updated);
  CHECK(kiosk.source.bytes_given < 310'000);
}

TEST_CASE("a part that a power cut spoilt is fetched anew") {
  RepositorySimulator repository(kNow);
  const std::string picture = noise(100'000, 3);
  publish_release(repository, {"n", "words", {picture}});
  SimulatedStore kiosk(repository);
  REQUIRE(prepare_store(kiosk.store).ok());
  for (size_t size : {50'000u, 100'000u, 200'000u}) {
    test::write_file(kiosk.store.staging() / (crypto::sha256(picture).hex() + ".part"), std::string(size, '\0'));
    REQUIRE(os::remove_tree(kiosk.store.objects()).ok());
    REQUIRE(os::remove_tree(kiosk.store.current()).ok());
    REQUIRE(os::remove_tree(kiosk.store.releases()).ok());
    CHECK(kiosk.update().outcome == Outcome::updated);
  }
}

TEST_CASE("what a power cut left half made is made again") {
  RepositorySimulator repository(kNow);
  publish_release(repository, {"n", "words", {}});
  SimulatedStore kiosk(repository);
  REQUIRE(prepare_store(kiosk.store).ok());
  for (const char* name : {"2", "2.new"}) {
    std::filesystem::create_directories(kiosk.store.releases() / name);
    test::write_file(kiosk.store.releases() / name / "contacts.db", "half");
  }
  CHECK(kiosk.update().outcome == Outcome::updated);
  CHECK(kiosk.current("contacts.db") == "n");
  CHECK(*os::list_folder(kiosk.store.releases()) == std::vector<std::string>{"2"});
}

TEST_CASE("too little room is noticed before anything is fetched") {
  RepositorySimulator repository(kNow);
  publish_release(repository, {"n", "words", {noise(1000, 1)}});
  SimulatedStore kiosk(repository);
  kiosk.options.reserve = uint64_t{1} << 60;
  kiosk.source.bytes_given = 0;
  Report report = kiosk.update();
  CHECK(report.outcome == Outcome::no_space);
  CHECK(report.bytes_needed > kiosk.options.reserve);
  CHECK(std::count(kiosk.source.asked.begin(), kiosk.source.asked.end(), target_file(kContactsTarget, "n")) == 0);
}

TEST_CASE("a first update that found no room leaves nothing of itself behind") {
  RepositorySimulator repository(kNow);
  publish_release(repository, {"n", "words", {noise(1000, 1)}});
  SimulatedStore kiosk(repository);
  REQUIRE(prepare_store(kiosk.store).ok());
  std::filesystem::create_directories(kiosk.store.objects() / "ab");
  test::write_file(kiosk.store.staging() / "contacts.db.part", "half");
  test::write_file(kiosk.store.objects() / "ab" / "abcd", "an object of a release that never came");
  // The disk was filled by somebody else while the release was being made.
  std::filesystem::create_directories(kiosk.store.releases() / "2.new");
  test::write_file(kiosk.store.releases() / "2.new" / "content.db", "half");
  kiosk.options.reserve = uint64_t{1} << 60;
  REQUIRE(kiosk.update().outcome == Outcome::no_space);
  CHECK(os::list_folder(kiosk.store.staging())->empty());
  CHECK(os::list_folder(kiosk.store.objects() / "ab")->empty());
  CHECK(os::list_folder(kiosk.store.releases())->empty());
}

TEST_CASE("a network that answers everything with its own page is not taken for somebody's repository") {
  RepositorySimulator repository(kNow);
  publish_release(repository, {});
  SimulatedStore kiosk(repository);
  auto pages = repository.files;
  for (auto& [name, bytes] : pages) bytes = "<html>Please accept our conditions</html>";
  test::MemorySource portal(pages);
  CHECK(kiosk.update_from(portal).outcome == Outcome::refused);
  CHECK(kiosk.update().outcome == Outcome::updated);
}

TEST_CASE("when the network was last looked at is remembered over what comes by stick") {
  RepositorySimulator repository(kNow);
  publish_release(repository, {"number 116", "words", {}});
  SimulatedStore kiosk(repository);
  kiosk.update();
  CHECK_FALSE(read_outcome(kiosk.store)->network_at);
  kiosk.options.origin = Origin::network;
  kiosk.update();
  CHECK(read_outcome(kiosk.store)->network_at == kiosk.clock.time);
  const auto looked = kiosk.clock.time;
  kiosk.options.origin = Origin::stick;
  kiosk.clock.time += std::chrono::hours(5);
  kiosk.update();
  CHECK(read_outcome(kiosk.store)->at == kiosk.clock.time);
  CHECK(read_outcome(kiosk.store)->network_at == looked);
}

TEST_CASE("an older source is called older, and one of somebody else not for this kiosk") {
  RepositorySimulator repository(kNow), stranger(kNow);
  publish_release(repository, {});
  publish_release(stranger, {});
  SimulatedStore kiosk(repository);
  auto old_files = repository.files;
  publish_release(repository, {"number 117", "words", {}});
  REQUIRE(kiosk.update().outcome == Outcome::updated);

  test::MemorySource old_source(old_files);
  CHECK(kiosk.update_from(old_source).outcome == Outcome::older);
  test::MemorySource foreign_source(stranger.files);
  CHECK(kiosk.update_from(foreign_source).outcome == Outcome::not_for_this_kiosk);
  std::map<std::string, std::string> nothing;
  test::MemorySource empty_source(nothing);
  CHECK(kiosk.update_from(empty_source).outcome == Outcome::nothing_there);
  CHECK(kiosk.current("contacts.db") == "number 117");
}

TEST_CASE("a release that the check refuses is not activated") {
  RepositorySimulator repository(kNow);
  publish_release(repository, {});
  SimulatedStore kiosk(repository);
  kiosk.check = [](const std::filesystem::path& folder) -> Status {
    CHECK(test::read_file(folder / "contacts.db") == "number 116");
    return Error{Code::damaged, "not a catalog"};
  };
  Report report = kiosk.update();
  CHECK(report.outcome == Outcome::refused);
  CHECK(report.detail == "not a catalog");
  CHECK_FALSE(current_release(kiosk.store));
}

TEST_CASE("the last two releases stay, with their objects, and no others") {
  RepositorySimulator repository(kNow);
  SimulatedStore kiosk(repository);
  for (std::string n : {"1", "2", "3"}) {
    publish_release(repository, {"number " + n, "words " + n, {"picture " + n, "shared"}});
    REQUIRE(kiosk.update().outcome == Outcome::updated);
  }
  CHECK(*os::list_folder(kiosk.store.releases()) == std::vector<std::string>{"3", "4"});
  CHECK_FALSE(std::filesystem::exists(kiosk.store.object(crypto::sha256(std::string("picture 1")))));
  for (std::string object : {"picture 2", "picture 3", "shared"}) {
    CHECK(std::filesystem::exists(kiosk.store.object(crypto::sha256(object))));
  }
}

TEST_CASE("a spoilt root on this disk is replaced by the one that came with the program") {
  RepositorySimulator repository(kNow);
  publish_release(repository, {});
  SimulatedStore kiosk(repository);
  REQUIRE(kiosk.update().outcome == Outcome::updated);
  test::write_file(kiosk.store.metadata() / "root.json", std::string(500, '\0'));
  publish_release(repository, {"number 117", "words", {}});
  CHECK(kiosk.update().outcome == Outcome::updated);
}

TEST_CASE("a root of this store that was exchanged for another's counts for nothing") {
  RepositorySimulator repository(kNow), thief(kNow);
  publish_release(repository, {});
  publish_release(thief, {"number 666", "words", {}});
  SimulatedStore kiosk(repository);
  REQUIRE(kiosk.update().outcome == Outcome::updated);
  test::write_file(kiosk.store.metadata() / "root.json", thief.files.at("metadata/1.root.json"));
  test::MemorySource stick(thief.files);
  CHECK(kiosk.update_from(stick).outcome == Outcome::not_for_this_kiosk);
  CHECK(kiosk.current("contacts.db") == "number 116");
}

TEST_CASE("two updaters do not work at once") {
  RepositorySimulator repository(kNow);
  publish_release(repository, {});
  SimulatedStore kiosk(repository);
  REQUIRE(prepare_store(kiosk.store).ok());
  auto other = os::LockFile::try_lock(kiosk.store.lock());
  REQUIRE(other.ok());
  CHECK(kiosk.update().outcome == Outcome::busy);
  CHECK(read_outcome(kiosk.store)->report.outcome == Outcome::busy);
}

TEST_CASE("a stick waits for the update from the network that is at work, and goes on when that has ended") {
  RepositorySimulator repository(kNow);
  publish_release(repository, {});
  SimulatedStore kiosk(repository);
  REQUIRE(prepare_store(kiosk.store).ok());
  auto other = std::make_unique<os::LockFile>(*os::LockFile::try_lock(kiosk.store.lock()));
  kiosk.options.patience = std::chrono::minutes(2);
  std::chrono::seconds waited{0};
  kiosk.options.pause = [&](std::chrono::seconds time) {
    waited += time;
    if (waited >= std::chrono::seconds(40)) other.reset();
  };
  CHECK(kiosk.update().outcome == Outcome::updated);
  CHECK(waited == std::chrono::seconds(40));
}

TEST_CASE("a stick that has waited long enough says that another update is running, and so does the record") {
  RepositorySimulator repository(kNow);
  publish_release(repository, {});
  SimulatedStore kiosk(repository);
  REQUIRE(prepare_store(kiosk.store).ok());
  const auto other = os::LockFile::try_lock(kiosk.store.lock());
  REQUIRE(other.ok());
  kiosk.options.patience = std::chrono::minutes(2);
  std::chrono::seconds waited{0};
  kiosk.options.pause = [&](std::chrono::seconds time) { waited += time; };
  const Report report = kiosk.update();
  CHECK(waited == kiosk.options.patience);
  CHECK(sentence_for(report) == "Another update is running. Wait until it has ended, then try again.");
  CHECK(sentence_for(read_outcome(kiosk.store)->report) == sentence_for(report));
}

TEST_CASE("a folder serves as a source, and a stick that goes away is told from a damaged one") {
  RepositorySimulator repository(kNow);
  publish_release(repository, {"number 116", "words", {"a picture"}});
  SimulatedStore kiosk(repository);
  test::TemporaryFolder stick;
  for (const auto& [path, bytes] : repository.files) {
    std::filesystem::create_directories((stick / path).parent_path());
    test::write_file(stick / path, bytes);
  }
  DirectorySource source(stick.path());
  CHECK(kiosk.update_from(source).outcome == Outcome::updated);
  CHECK(kiosk.current("contacts.db") == "number 116");
  CHECK(source.read("../etc/passwd", 0, [](std::string_view) { return Status(); }).error().code == Code::refused);
  CHECK(source.read("metadata/none", 0, [](std::string_view) { return Status(); }).error().code == Code::not_found);
  std::filesystem::remove_all(stick.path());
  CHECK(source.read("metadata/none", 0, [](std::string_view) { return Status(); }).error().code == Code::interrupted);
}

}  // namespace
}  // namespace kiosk::update

#include "kiosk/update/tuf/client.h"

#include <doctest/doctest.h>

#include <string>

#include "kiosk/update/tuf/limits.h"
#include "kiosk/update/tuf/parse.h"
#include "kiosk/update/tuf/write.h"
#include "tests/support/simulated_client.h"

namespace kiosk::update::tuf {
namespace {

using test::code_of;
using test::kNow;
using test::RepositorySimulator;
using Kiosk = test::SimulatedClient;

TEST_CASE("a first refresh asks for each file once, in the order of the specification") {
  RepositorySimulator repository(kNow);
  Kiosk kiosk(repository);
  REQUIRE(kiosk.refresh().ok());
  CHECK(kiosk.source.asked == std::vector<std::string>{"metadata/2.root.json", "metadata/timestamp.json",
                                                       "metadata/1.snapshot.json", "metadata/1.targets.json"});
  for (const char* role : {"root", "timestamp", "snapshot", "targets"}) CHECK(kiosk.store.files.count(role) == 1);
}

TEST_CASE("no news costs two requests") {
  RepositorySimulator repository(kNow);
  Kiosk kiosk(repository);
  REQUIRE(kiosk.refresh().ok());
  kiosk.source.bytes_given = 0;
  REQUIRE(kiosk.refresh().ok());
  CHECK(kiosk.source.asked == std::vector<std::string>{"metadata/2.root.json", "metadata/timestamp.json"});
  CHECK(kiosk.source.bytes_given < 2000);
}

TEST_CASE("metadata is stored byte for byte as received") {
  RepositorySimulator repository(kNow);
  repository.files["metadata/timestamp.json"] += "  \n";
  Kiosk kiosk(repository);
  REQUIRE(kiosk.refresh().ok());
  CHECK(kiosk.store.files["timestamp"] == repository.files["metadata/timestamp.json"]);
}

TEST_CASE("a root is followed through every rotation and no version is skipped") {
  RepositorySimulator repository(kNow);
  Kiosk kiosk(repository);
  for (int i = 0; i < 3; ++i) {
    repository.replace_keys("root", 3, 2);
    repository.publish_root();
  }
  REQUIRE(kiosk.refresh().ok());
  CHECK(parse_root(kiosk.store.files["root"])->body.version == 4);

  Kiosk second(repository);
  repository.files["metadata/2.root.json"] = repository.files["metadata/3.root.json"];
  CHECK(code_of(second.refresh()) == Code::refused);
  CHECK(parse_root(second.store.files["root"])->body.version == 1);
}

TEST_CASE("a new root needs the threshold of the old one and of itself") {
  RepositorySimulator repository(kNow);
  Kiosk kiosk(repository);
  Root next = repository.root;
  next.version = 2;
  std::string unsigned_root = write_unsigned(next);
  repository.files["metadata/2.root.json"] = repository.sign("root", unsigned_root, 1);
  CHECK(code_of(kiosk.refresh()) == Code::refused);
  repository.files["metadata/2.root.json"] = repository.sign("root", unsigned_root, 2);
  CHECK(kiosk.refresh().ok());

  // New keys that the old ones did not sign for, and the other way round.
  RepositorySimulator other(kNow);
  Kiosk other_kiosk(other);
  std::string old_only;
  {
    RepositorySimulator stranger(kNow);
    Root stolen = stranger.root;
    stolen.version = 2;
    other.files["metadata/2.root.json"] = stranger.sign("root", write_unsigned(stolen), 3);
    CHECK(code_of(other_kiosk.refresh()) == Code::refused);
    old_only = other.sign("root", write_unsigned(stolen), 3);
  }
  other.files["metadata/2.root.json"] = old_only;
  CHECK(code_of(other_kiosk.refresh()) == Code::refused);
  CHECK(parse_root(other_kiosk.store.files["root"])->body.version == 1);
}

TEST_CASE("the installed root must be signed by itself") {
  RepositorySimulator repository(kNow);
  Kiosk kiosk(repository);
  kiosk.store.files["root"] = repository.sign("root", write_unsigned(repository.root), 1);
  CHECK(code_of(kiosk.refresh()) == Code::refused);
  CHECK(kiosk.source.asked.empty());
  kiosk.store.files.clear();
  CHECK(code_of(kiosk.refresh()) == Code::not_found);
}

TEST_CASE("a refresh follows a bounded number of roots and the next one goes on") {
  RepositorySimulator repository(kNow);
  Kiosk kiosk(repository);
  for (int i = 0; i < kMaxRootRotations + 5; ++i) repository.publish_root();
  REQUIRE(kiosk.refresh().ok());
  CHECK(parse_root(kiosk.store.files["root"])->body.version == 1 + kMaxRootRotations);
  REQUIRE(kiosk.refresh().ok());
  CHECK(parse_root(kiosk.store.files["root"])->body.version == repository.root.version);
}

TEST_CASE("nothing is read beyond its limit, however much is offered") {
  for (const char* path :
       {"metadata/2.root.json", "metadata/timestamp.json", "metadata/1.snapshot.json", "metadata/1.targets.json"}) {
    for (bool pinned : {true, false}) {
      RepositorySimulator repository(kNow);
      repository.pin_hashes = pinned;
      repository.publish();
      std::string name = path;
      if (name.find("1.") != std::string::npos) name[name.find("1.")] = '2';
      Kiosk kiosk(repository);
      repository.files[name].insert(0, 4096, ' ');
      kiosk.source.endless.insert(name);
      CHECK(code_of(kiosk.refresh()) == Code::damaged);
      CHECK(kiosk.source.bytes_given < kMaxTargetsBytes + kMaxSnapshotBytes + kMaxRootBytes + (1 << 17));
    }
  }
}

TEST_CASE("each limit is the one of its role") {
  struct Case {
    const char* path;
    size_t limit;
  };
  for (Case c :
       {Case{"metadata/2.root.json", kMaxRootBytes}, Case{"metadata/timestamp.json", kMaxTimestampBytes},
        Case{"metadata/2.snapshot.json", kMaxSnapshotBytes}, Case{"metadata/2.targets.json", kMaxTargetsBytes}}) {
    RepositorySimulator repository(kNow);
    repository.pin_hashes = false;
    repository.publish();
    repository.publish_root();
    std::string& file = repository.files[c.path];
    file.append(c.limit - file.size(), ' ');
    {
      Kiosk kiosk(repository);
      CHECK(kiosk.refresh().ok());
    }
    file += ' ';
    Kiosk kiosk(repository);
    CHECK(code_of(kiosk.refresh()) == Code::damaged);
  }
}

TEST_CASE("expired metadata of each role is refused, and only because of its date") {
  auto spoil = [](RepositorySimulator& repository, const std::string& role) -> Header& {
    if (role == "root") return repository.root;
    if (role == "timestamp") return repository.timestamp;
    if (role == "snapshot") return repository.snapshot;
    return repository.targets[role];
  };
  for (const char* role : {"root", "timestamp", "snapshot", "targets"}) {
    RepositorySimulator repository(kNow);
    Kiosk kiosk(repository);
    Header& header = spoil(repository, role);
    header.created.reset();
    header.expires = kNow;  // "must be higher than the start time"
    repository.publish_root();
    repository.publish();
    CHECK(code_of(kiosk.refresh()) == Code::expired);
    CHECK(kiosk.refresh(kNow - std::chrono::seconds(1)).ok());
    CHECK(kiosk.refresh(kNow, Expired::accept).ok());
  }
}

TEST_CASE("an older timestamp is called older, whatever it says and even when ours has expired") {
  RepositorySimulator repository(kNow);
  Kiosk kiosk(repository);
  std::string old = repository.files["metadata/timestamp.json"];
  repository.publish();
  REQUIRE(kiosk.refresh().ok());
  repository.files["metadata/timestamp.json"] = old;
  CHECK(code_of(kiosk.refresh()) == Code::older);
  CHECK(code_of(kiosk.refresh(kNow + std::chrono::days(4000))) == Code::expired);  // root first
  CHECK(parse_timestamp(kiosk.store.files["timestamp"])->body.version == 2);
}

TEST_CASE("the same timestamp again is success, and what is stored stands") {
  RepositorySimulator repository(kNow);
  Kiosk kiosk(repository);
  REQUIRE(kiosk.refresh().ok());
  std::string stored = kiosk.store.files["timestamp"];
  // Same version, other words, well signed.
  repository.timestamp.snapshot.version = 100;
  repository.files["metadata/timestamp.json"] = repository.sign("timestamp", write_unsigned(repository.timestamp), 1);
  CHECK(kiosk.refresh().ok());
  CHECK(kiosk.store.files["timestamp"] == stored);
}

TEST_CASE("a newer timestamp may not name an older snapshot") {
  RepositorySimulator repository(kNow);
  repository.publish();
  Kiosk kiosk(repository);
  REQUIRE(kiosk.refresh().ok());
  repository.timestamp.version = 9;
  repository.timestamp.snapshot = {1, std::nullopt, {}};
  repository.files["metadata/timestamp.json"] = repository.sign("timestamp", write_unsigned(repository.timestamp), 1);
  CHECK(code_of(kiosk.refresh()) == Code::refused);
  // Refused for itself, not only for what it names: nothing of it is kept.
  CHECK(parse_timestamp(kiosk.store.files["timestamp"])->body.version == 2);
}

TEST_CASE("a snapshot must have the version that the timestamp names") {
  RepositorySimulator repository(kNow);
  repository.pin_hashes = false;
  repository.publish();
  // The file of version 2 calls itself 3: signed, current, and not what was asked for.
  repository.snapshot.version = 3;
  repository.files["metadata/2.snapshot.json"] = repository.sign("snapshot", write_unsigned(repository.snapshot), 1);
  Kiosk kiosk(repository);
  CHECK(code_of(kiosk.refresh()) == Code::refused);
  CHECK(kiosk.store.files.count("snapshot") == 0);
}

TEST_CASE("targets must have the version that the snapshot lists") {
  RepositorySimulator repository(kNow);
  repository.pin_hashes = false;
  repository.publish();
  repository.targets["targets"].version = 3;
  repository.files["metadata/2.targets.json"] =
      repository.sign("targets", write_unsigned(repository.targets["targets"]), 1);
  Kiosk kiosk(repository);
  CHECK(code_of(kiosk.refresh()) == Code::refused);
}

TEST_CASE("no role may go back or vanish between two snapshots") {
  for (bool vanish : {false, true}) {
    RepositorySimulator repository(kNow);
    repository.publish();
    Kiosk kiosk(repository);
    REQUIRE(kiosk.refresh().ok());
    if (vanish) {
      repository.targets.erase("content");
      repository.snapshot.meta.erase("content.json");
    } else {
      repository.targets["content"].version = 0;
    }
    repository.publish();
    CHECK(code_of(kiosk.refresh()) == Code::refused);
  }
}

TEST_CASE("the hash in the naming file decides, though the signature is right") {
  for (const char* path : {"metadata/1.snapshot.json", "metadata/1.targets.json"}) {
    RepositorySimulator repository(kNow);
    Kiosk kiosk(repository);
    std::string& file = repository.files[path];
    file[file.size() - 1] = ' ';  // same length, same words, another byte
    CHECK(code_of(kiosk.refresh()) == Code::damaged);
  }
}

TEST_CASE("a fast-forward attack is undone by a root with new keys") {
  for (const char* role : {"timestamp", "snapshot"}) {
    RepositorySimulator repository(kNow);
    Kiosk kiosk(repository);
    repository.timestamp.version = INT64_MAX - 1;
    repository.snapshot.version = INT64_MAX - 1;
    repository.publish();
    REQUIRE(kiosk.refresh().ok());

    repository.timestamp.version = repository.snapshot.version = 5;
    repository.replace_keys("timestamp", 1, 1);
    if (std::string(role) == "snapshot") repository.replace_keys("snapshot", 1, 1);
    repository.publish_root();
    repository.publish();
    Client client(kiosk.source, kiosk.store, kNow);
    CHECK(client.refresh().ok());
    CHECK(client.snapshot().version == 6);
  }
}

TEST_CASE("a repository without consistent snapshots is refused") {
  RepositorySimulator repository(kNow);
  repository.root.consistent_snapshot = false;
  repository.publish_root();
  Kiosk kiosk(repository);
  CHECK(code_of(kiosk.refresh()) == Code::unsupported);
}

TEST_CASE("only a missing next root ends the chain; a failing source is a failure") {
  RepositorySimulator repository(kNow);
  repository.publish_root();
  Kiosk kiosk(repository);
  kiosk.source.breaks_at["metadata/2.root.json"] = 10;
  CHECK(code_of(kiosk.refresh()) == Code::interrupted);
  CHECK(kiosk.refresh().ok());
}

TEST_CASE("a page that asks to sign in is no metadata") {
  RepositorySimulator repository(kNow);
  Kiosk kiosk(repository);
  repository.files["metadata/2.root.json"] = "<html>Welcome to the hotel</html>";
  CHECK(code_of(kiosk.refresh()) == Code::invalid);
}

TEST_CASE("what is the same as before has lapsed all the same when its day is past") {
  for (const char* role : {"timestamp", "snapshot"}) {
    RepositorySimulator repository(kNow);
    Kiosk kiosk(repository);
    (std::string(role) == "timestamp" ? repository.timestamp.expires : repository.snapshot.expires) =
        kNow + std::chrono::days(10);
    repository.publish();
    REQUIRE(kiosk.refresh().ok());
    CHECK(kiosk.refresh(kNow + std::chrono::days(9)).ok());
    CHECK_MESSAGE(code_of(kiosk.refresh(kNow + std::chrono::days(11))) == Code::expired, role);
  }
}

TEST_CASE("stored metadata that somebody else signed counts for nothing") {
  RepositorySimulator repository(kNow), stranger(kNow);
  Kiosk kiosk(repository);
  REQUIRE(kiosk.refresh().ok());
  stranger.timestamp.version = 50;
  stranger.timestamp.expires = kNow + std::chrono::days(500);
  stranger.publish();
  kiosk.store.files["timestamp"] = stranger.files.at("metadata/timestamp.json");
  CHECK(kiosk.refresh().ok());
  Snapshot forged = repository.snapshot;
  forged.meta["targets.json"].version = 77;
  kiosk.store.files["snapshot"] = stranger.sign("snapshot", write_unsigned(forged), 1);
  CHECK(kiosk.refresh().ok());
}

TEST_CASE("when the snapshot's key alone is replaced, what it signed is forgotten with the timestamp that names it") {
  RepositorySimulator repository(kNow);
  Kiosk kiosk(repository);
  repository.snapshot.version = repository.timestamp.version = 1'000'000;
  repository.publish();
  REQUIRE(kiosk.refresh().ok());
  repository.replace_keys("snapshot", 1, 1);
  repository.publish_root();
  repository.snapshot.version = repository.timestamp.version = 5;
  repository.publish();
  CHECK(kiosk.refresh().ok());
}

TEST_CASE("no more of a file is read than its signers stated") {
  RepositorySimulator repository(kNow);
  Kiosk kiosk(repository);
  repository.publish();
  kiosk.source.endless = {"metadata/2.snapshot.json"};
  kiosk.source.piece = 100;
  kiosk.source.bytes_given = 0;
  CHECK_FALSE(kiosk.refresh().ok());
  CHECK(kiosk.source.bytes_given < 10'000);
}

}  // namespace
}  // namespace kiosk::update::tuf

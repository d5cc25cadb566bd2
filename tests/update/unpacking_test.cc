// Content that comes packed or as a delta.
#include <doctest/doctest.h>

#include "kiosk/crypto/sha256.h"
#include "kiosk/update/repository_layout.h"
#include "kiosk/update/updater.h"
#include "tests/support/simulated_client.h"
#include "tests/support/simulated_store.h"

namespace kiosk::update {
namespace {

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

TEST_CASE("a delta saves the download when its base is here") {
  RepositorySimulator repository(kNow);
  const std::string old_words = noise(200'000, 1), new_words = old_words + "one more";
  publish_release(repository, {"n", old_words, {}});
  SimulatedStore kiosk(repository);
  SimulatedStore newcomer(repository);
  REQUIRE(kiosk.update().outcome == Outcome::updated);
  test::add_delta(repository, old_words, new_words);
  publish_release(repository, {"n", new_words, {}});
  kiosk.source.bytes_given = 0;
  REQUIRE(kiosk.update().outcome == Outcome::updated);
  CHECK((kiosk.current("content.db") == new_words));
  CHECK(kiosk.source.bytes_given < 20'000);
  REQUIRE(newcomer.update().outcome == Outcome::updated);
  CHECK((newcomer.current("content.db") == new_words));
}

TEST_CASE("a delta that is wrong costs a full download and nothing else") {
  const std::string old_words = noise(200'000, 1), new_words = old_words + "one more";
  for (bool signed_wrong : {false, true}) {
    RepositorySimulator repository(kNow);
    publish_release(repository, {"n", old_words, {}});
    SimulatedStore kiosk(repository);
    REQUIRE(kiosk.update().outcome == Outcome::updated);
    const std::string name = delta_target(crypto::sha256(old_words), crypto::sha256(new_words));
    if (signed_wrong) {
      // Well signed, and leads somewhere else.
      repository.add_target("content", name, "not even zstd");
    } else {
      test::add_delta(repository, old_words, new_words);
      for (auto& [path, bytes] : repository.files) {
        if (path.find("targets/delta/") == 0) bytes[bytes.size() / 2] ^= 1;
      }
    }
    publish_release(repository, {"n", new_words, {}});
    REQUIRE(kiosk.update().outcome == Outcome::updated);
    CHECK((kiosk.current("content.db") == new_words));
  }
}

TEST_CASE("a delta that the source does not give is no reason to go without the update") {
  RepositorySimulator repository(kNow);
  const std::string old_words = noise(200'000, 1), new_words = old_words + "one more";
  publish_release(repository, {"n", old_words, {}});
  SimulatedStore kiosk(repository);
  REQUIRE(kiosk.update().outcome == Outcome::updated);
  test::add_delta(repository, old_words, new_words);
  publish_release(repository, {"n", new_words, {}});
  for (const auto& [path, bytes] : repository.files) {
    if (path.find("targets/delta/") == 0) kiosk.source.breaks_at[path] = 0;  // as a server that answers 500
  }
  CHECK(kiosk.update().outcome == Outcome::updated);
  CHECK((kiosk.current("content.db") == new_words));
}

TEST_CASE("a small file cannot unpack into a full disk") {
  RepositorySimulator repository(kNow);
  publish_release(repository, {"n", std::string(5'000'000, 'x'), {}});
  repository.targets["content"].targets[kContentTarget].custom =
      "{\"length\":1000,\"sha256\":\"" + crypto::sha256(std::string(1000, 'x')).hex() + "\"}";
  repository.publish();
  SimulatedStore kiosk(repository);
  CHECK(kiosk.update().outcome == Outcome::refused);
  CHECK_FALSE(current_release(kiosk.store));
}

TEST_CASE("what unpacks to other content is refused, though its length and its packed bytes were signed for") {
  RepositorySimulator repository(kNow);
  publish_release(repository, {"n", "words", {}});
  repository.targets["content"].targets[kContentTarget].custom =
      "{\"length\":5,\"sha256\":\"" + crypto::sha256(std::string("other")).hex() + "\"}";
  repository.publish();
  SimulatedStore kiosk(repository);
  CHECK(kiosk.update().outcome == Outcome::refused);
  CHECK_FALSE(current_release(kiosk.store));
}

TEST_CASE("sizes whose sum is larger than any number are too large for the disk") {
  RepositorySimulator repository(kNow);
  publish_release(repository, {"number 116", "words", {}});
  SimulatedStore kiosk(repository);
  tuf::TargetFile& content = repository.targets["content"].targets.at(kContentTarget);
  content.length = INT64_MAX;
  content.custom =
      "{\"length\":" + std::to_string(INT64_MAX) + ",\"sha256\":\"" + crypto::sha256("words").hex() + "\"}";
  repository.publish();
  // As one number of 64 bits, both lengths, the contacts and the reserve come to next to nothing.
  kiosk.options.reserve = 100;
  const Report report = kiosk.update();
  CHECK(report.outcome == Outcome::no_space);
  CHECK(report.bytes_needed == UINT64_MAX);
  for (const std::string& path : kiosk.source.asked) CHECK(path.find("content.db") == std::string::npos);
}

}  // namespace
}  // namespace kiosk::update

#include <doctest/doctest.h>

#include <string>

#include "kiosk/base/instant.h"
#include "kiosk/crypto/private_key.h"
#include "kiosk/crypto/sha256.h"
#include "kiosk/crypto/sha512.h"
#include "kiosk/json/json.h"
#include "kiosk/update/tuf/parse.h"
#include "kiosk/update/tuf/verify.h"
#include "kiosk/update/tuf/write.h"
#include "tests/support/repository_simulator.h"

namespace kiosk::update::tuf {
namespace {

using crypto::PrivateKey;
using crypto::Scheme;

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

Timestamp sample_timestamp() {
  Timestamp timestamp;
  timestamp.version = 7;
  timestamp.expires = *parse_instant("2030-01-02T03:04:05Z");
  timestamp.created = *parse_instant("2029-01-02T03:04:05Z");
  timestamp.snapshot.version = 3;
  timestamp.snapshot.length = 90;
  timestamp.snapshot.hashes["sha256"] = crypto::sha256(std::string_view("x")).hex();
  return timestamp;
}

Targets sample_targets() {
  Targets targets;
  targets.expires = *parse_instant("2030-01-02T03:04:05Z");
  targets.targets["contacts/contacts.db"] = {4, {{"sha256", "00ff"}}, "{\"a\":1}"};
  Key key = make_key(PrivateKey::generate(Scheme::ed25519).public_key());
  targets.keys[key_id(key)] = key;
  targets.delegations.push_back({"contacts", {{key_id(key)}, 1}, true, {"contacts/*"}});
  return targets;
}

TEST_CASE("what was written is read back") {
  auto timestamp = parse_timestamp(write_unsigned(sample_timestamp()));
  REQUIRE(timestamp.ok());
  CHECK(timestamp->body.version == 7);
  CHECK(timestamp->body.expires == sample_timestamp().expires);
  CHECK(timestamp->body.created == sample_timestamp().created);
  CHECK(timestamp->body.snapshot.version == 3);
  CHECK(timestamp->body.snapshot.length == 90);
  CHECK(timestamp->body.snapshot.hashes == sample_timestamp().snapshot.hashes);

  auto targets = parse_targets(write_unsigned(sample_targets()));
  REQUIRE(targets.ok());
  CHECK(targets->body.targets.at("contacts/contacts.db").custom == "{\"a\":1}");
  REQUIRE(targets->body.delegations.size() == 1);
  CHECK(targets->body.delegations[0].terminating);
  CHECK(targets->body.delegations[0].paths == std::vector<std::string>{"contacts/*"});
}

TEST_CASE("a key that stands twice in an object is refused, not silently overwritten") {
  CHECK_FALSE(json::parse(R"({"version":1,"version":2})").ok());
  CHECK_FALSE(json::parse(R"({"a":{"b":1,"c":2,"b":1}})").ok());
  CHECK(json::parse(R"({"a":{"b":1},"c":{"b":1}})").ok());
  std::string file = write_unsigned(sample_timestamp());
  CHECK_FALSE(parse_timestamp(replaced(file, "\"version\": 7", "\"version\": 7,\"version\": 8")).ok());
}

TEST_CASE("a version that is not a positive integer of int64 is refused") {
  std::string file = write_unsigned(sample_timestamp());
  for (const char* version : {"7.0", "true", "\"7\"", "0", "-1", "null", "9223372036854775808"}) {
    CHECK_FALSE(parse_timestamp(replaced(file, "\"version\": 7", std::string("\"version\": ") + version)).ok());
  }
}

TEST_CASE("unknown fields are covered by the signature") {
  PrivateKey key = PrivateKey::generate(Scheme::ed25519);
  Role role{{"k"}, 1};
  Keys keys{{"k", make_key(key.public_key())}};
  std::string file =
      replaced(write_unsigned(sample_timestamp()), "\"version\": 7", "\"version\": 7, \"new\": {\"z\":1}");
  auto parsed = parse_timestamp(*add_signature(file, "k", key));
  REQUIRE(parsed.ok());
  CHECK(verify_signatures("timestamp", role, keys, parsed->canonical, parsed->signatures).ok());
  auto changed = parse_timestamp(replaced(*add_signature(file, "k", key), "\"z\": 1", "\"z\": 2"));
  REQUIRE(changed.ok());
  CHECK_FALSE(verify_signatures("timestamp", role, keys, changed->canonical, changed->signatures).ok());
}

TEST_CASE("another type, specification or time form is refused") {
  std::string file = write_unsigned(sample_timestamp());
  CHECK(parse_timestamp(file).ok());
  CHECK_FALSE(parse_snapshot(file).ok());
  CHECK_FALSE(parse_timestamp(replaced(file, "1.0.34", "2.0.0")).ok());
  CHECK_FALSE(parse_timestamp(replaced(file, "1.0.34", "0.9")).ok());
  CHECK_FALSE(parse_timestamp(replaced(file, "\"1.0.34\"", "1")).ok());
  for (const char* time : {"2030-01-02T03:04:05.000Z", "2030-01-02T03:04:05", "2030-02-30T03:04:05Z",
                           "2030-01-02T24:00:00Z", "2030-01-02 03:04:05Z", "2030-01-02T03:04:05+00:00"}) {
    CHECK_FALSE(parse_timestamp(replaced(file, "2030-01-02T03:04:05Z", time)).ok());
  }
}

TEST_CASE("a file cannot claim to be made after it expires") {
  std::string file = write_unsigned(sample_timestamp());
  CHECK_FALSE(parse_timestamp(replaced(file, "2029-01-02T03:04:05Z", "2031-01-02T03:04:05Z")).ok());
}

TEST_CASE("delegation by hash prefix or bin is refused, not half supported") {
  std::string file = write_unsigned(sample_targets());
  CHECK(parse_targets(file).ok());
  CHECK_FALSE(parse_targets(replaced(file, "\"paths\"", "\"path_hash_prefixes\"")).ok());
  CHECK_FALSE(parse_targets(replaced(file, "\"paths\"", "\"path_hash_prefixes\": [], \"paths\"")).ok());
  CHECK_FALSE(parse_targets(replaced(file, "\"roles\"", "\"succinct_roles\": {}, \"roles\"")).ok());
  CHECK_FALSE(parse_targets(replaced(file, "\"roles\": [", "\"succinct_roles\": [")).ok());
  CHECK_FALSE(parse_targets(replaced(file, "\"name\": \"contacts\"", "\"name\": \"root\"")).ok());
}

TEST_CASE("a digest is digits only, so that it can stand in a file name") {
  std::string file = write_unsigned(sample_targets());
  CHECK_FALSE(parse_targets(replaced(file, "00ff", "../../etc")).ok());
  CHECK_FALSE(parse_targets(replaced(file, "{\n     \"sha256\": \"00ff\"\n    }", "{}")).ok());
}

TEST_CASE("the threshold counts keys, not key ids") {
  PrivateKey first = PrivateKey::generate(Scheme::ed25519);
  PrivateKey second = PrivateKey::generate(Scheme::ecdsa_p256_sha256);
  Keys keys{{"a", make_key(first.public_key())},
            {"b", make_key(first.public_key())},
            {"c", make_key(second.public_key())},
            {"d", make_key(second.public_key())}};
  Role role{{"a", "b", "c"}, 2};
  std::string file = write_unsigned(sample_timestamp());
  std::string twice = *add_signature(*add_signature(file, "a", first), "b", first);
  auto one = parse_timestamp(twice);
  REQUIRE(one.ok());
  CHECK(count_signers(role, keys, one->canonical, one->signatures) == 1);
  auto verdict = verify_signatures("timestamp", role, keys, one->canonical, one->signatures);
  REQUIRE_FALSE(verdict.ok());
  CHECK(verdict.error().code == Code::refused);

  auto both = parse_timestamp(*add_signature(twice, "c", second));
  CHECK(count_signers(role, keys, both->canonical, both->signatures) == 2);
  // "d" is a key that exists but is not one of this role's.
  auto foreign = parse_timestamp(*add_signature(*add_signature(file, "a", first), "d", second));
  CHECK(count_signers(role, keys, foreign->canonical, foreign->signatures) == 1);
}

TEST_CASE("a key id may sign once in a file, and stand once in a role") {
  PrivateKey key = PrivateKey::generate(Scheme::ed25519);
  auto file = json::parse(*add_signature(write_unsigned(sample_timestamp()), "a", key));
  REQUIRE(file.ok());
  (*file)["signatures"].push_back((*file)["signatures"][0]);
  CHECK_FALSE(parse_timestamp(file->dump()).ok());

  Targets targets = sample_targets();
  targets.delegations[0].role.key_ids.push_back(targets.delegations[0].role.key_ids[0]);
  CHECK_FALSE(parse_targets(write_unsigned(targets)).ok());
}

TEST_CASE("signatures are taken over only between files that say the same") {
  PrivateKey first = PrivateKey::generate(Scheme::ed25519), second = PrivateKey::generate(Scheme::ed25519);
  std::string file = write_unsigned(sample_timestamp());
  auto merged = merge_signatures(*add_signature(file, "a", first), *add_signature(file, "b", second));
  REQUIRE(merged.ok());
  CHECK(parse_timestamp(*merged)->signatures.size() == 2);
  Timestamp other = sample_timestamp();
  other.version = 8;
  CHECK_FALSE(merge_signatures(file, *add_signature(write_unsigned(other), "b", second)).ok());
}

TEST_CASE("all known digests must match and one must be known") {
  std::string right = crypto::sha256(std::string_view("data")).hex();
  CHECK(verify_hashes("x", {{"sha256", right}}, "data").ok());
  CHECK(verify_hashes("x", {{"sha512", crypto::sha512_hex("data")}, {"blake9", "00"}}, "data").ok());
  CHECK_FALSE(verify_hashes("x", {{"sha256", right}}, "date").ok());
  CHECK_FALSE(verify_hashes("x", {{"sha256", right}, {"sha512", "00"}}, "data").ok());
  CHECK_FALSE(verify_hashes("x", {{"blake9", "00"}}, "data").ok());
}

TEST_CASE("a threshold is one at least, and a role is delegated to once, under a name of its own") {
  test::RepositorySimulator repository(*parse_instant("2026-11-23T12:00:00Z"));
  const Targets sound = repository.targets["targets"];
  REQUIRE(parse_targets(write_unsigned(sound)).ok());
  for (int64_t threshold : {int64_t{0}, int64_t{-1}, INT64_MIN}) {
    Targets wrong = sound;
    wrong.delegations[0].role.threshold = threshold;
    CHECK_FALSE(parse_targets(write_unsigned(wrong)).ok());
  }
  for (const char* name : {"", "root", "timestamp", "snapshot", "targets", "content"}) {
    Targets wrong = sound;
    wrong.delegations[0].name = name;  // there is another "content"
    CHECK_FALSE_MESSAGE(parse_targets(write_unsigned(wrong)).ok(), name);
  }
}

TEST_CASE("so many signatures are looked at, and no more") {
  auto signed_by = [](size_t count) {
    json::Json file = *json::parse(write_unsigned(sample_timestamp()));
    for (size_t i = 0; i < count; ++i) file["signatures"].push_back({{"keyid", std::to_string(i)}, {"sig", "00"}});
    return file.dump();
  };
  CHECK(parse_timestamp(signed_by(256)).ok());
  CHECK_FALSE(parse_timestamp(signed_by(257)).ok());
}

}  // namespace
}  // namespace kiosk::update::tuf

#include "kiosk/fleet/receipt.h"

#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>

#include "kiosk/fleet/identity.h"
#include "kiosk/os/directory.h"
#include "tests/fleet/sample_report.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::fleet {
namespace {

using test::TemporaryFolder;

crypto::PrivateKey new_key() { return crypto::PrivateKey::generate(crypto::Scheme::ed25519); }

TEST_CASE("a receipt reads back as it was signed, and names the key") {
  const auto key = new_key();
  auto receipt = read_receipt(sign_receipt(sample_report(), 12, key));
  REQUIRE(receipt.ok());
  CHECK(receipt->report == sample_report());
  CHECK(receipt->number == 12);
  CHECK(receipt->key == key.public_key().text());
  CHECK(receipt->fingerprint().size() == 16);
}

TEST_CASE("a receipt that was changed anywhere is refused") {
  const std::string good = sign_receipt(sample_report(), 12, new_key());
  for (auto [from, to] : {std::pair<const char*, const char*>{"Ganta", "Gante"},
                          {"\"content_version\": 7", "\"content_version\": 8"},
                          {"\"number\": 12", "\"number\": 13"},
                          {"\"touch\": true", "\"touch\": true,\n  \"more\": 1"}}) {
    std::string changed = good;
    REQUIRE(changed.find(from) != std::string::npos);
    changed.replace(changed.find(from), std::string(from).size(), to);
    auto receipt = read_receipt(changed);
    REQUIRE_FALSE(receipt.ok());
    CHECK(receipt.error().code == Code::refused);
  }
}

TEST_CASE("a receipt under another's key is refused") {
  const std::string mine = new_key().public_key().text(), theirs = new_key().public_key().text();
  std::string changed = sign_receipt(sample_report(), 12, new_key());
  const size_t at = changed.find("\"key\": \"") + 8;
  changed.replace(at, 64, theirs);
  CHECK(read_receipt(changed).error().code == Code::refused);
}

TEST_CASE("any cut and any spoilt byte of a receipt ends in an error, never in a receipt") {
  const std::string good = sign_receipt(sample_report(), 12, new_key());
  REQUIRE(good.size() < kMaxReceiptBytes);
  for (size_t size = 0; size + 2 < good.size(); ++size) CHECK_FALSE(read_receipt(good.substr(0, size)).ok());
  for (size_t at = 0; at < good.size(); ++at) {
    std::string spoilt = good;
    spoilt[at] ^= 0x04;
    CHECK_MESSAGE(!read_receipt(spoilt).ok(), "byte " << at << " of\n" << spoilt);
  }
}

TEST_CASE("a kiosk's key is made once, for its user alone, and counts the receipts") {
  TemporaryFolder folder;
  const auto place = folder / "store/identity";
  auto first = Identity::open(place), second = Identity::open(place);
  REQUIRE(first.ok());
  REQUIRE(second.ok());
  CHECK(first->key().public_key().same_key(second->key().public_key()));
  struct stat status = {};
  REQUIRE(::stat((place / "key.pem").c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0600);
  REQUIRE(::stat(place.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0700);
  CHECK(*first->next_number() == 1);
  CHECK(*Identity::open(place)->next_number() == 2);
  test::write_file(place / "receipts_written", "many");
  CHECK(*first->next_number() == 1);
}

TEST_CASE("a key of which no two files agree is named and never replaced unasked") {
  for (const auto& two : {std::pair{"key.pem", "key_copy.pem"}, {"key.pem", "key.pub"}, {"key_copy.pem", "key.pub"}}) {
    const char *one = two.first, *other = two.second;
    CAPTURE(one);
    CAPTURE(other);
    TemporaryFolder folder;
    REQUIRE(Identity::open(folder.path()).ok());
    // Keys as good as any, but of other kiosks.
    test::write_file(folder / one, one == std::string("key.pub") ? "nonsense" : new_key().plain_pem());
    test::write_file(folder / other, other == std::string("key.pub") ? "nonsense" : new_key().plain_pem());
    const std::string held = test::read_file(folder / "key.pem");
    auto identity = Identity::open(folder.path());
    REQUIRE_FALSE(identity.ok());
    CHECK(identity.error().code == Code::damaged);
    CHECK(Identity::examine(folder.path()) == KeyCondition::lost);
    CHECK_FALSE(Identity::mend(folder.path()).ok());
    CHECK(test::read_file(folder / "key.pem") == held);
  }
}

TEST_CASE("any bit that falls over in a kiosk's key is noticed and put right") {
  TemporaryFolder folder;
  const std::string name = fingerprint(Identity::open(folder.path())->key().public_key());
  CHECK(Identity::examine(folder.path()) == KeyCondition::whole);
  for (const char* file : {"key.pem", "key_copy.pem", "key.pub"}) {
    const std::string good = test::read_file(folder / file);
    for (size_t at = 0; at < good.size(); ++at) {
      std::string spoilt = good;
      spoilt[at] ^= 1 << at % 8;
      test::write_file(folder / file, spoilt);
      CAPTURE(file);
      CAPTURE(at);
      REQUIRE(Identity::examine(folder.path()) == KeyCondition::can_be_mended);
      REQUIRE(Identity::mend(folder.path()).ok());
      REQUIRE(test::read_file(folder / file) == good);
    }
    std::filesystem::remove(folder / file);
    CHECK(Identity::examine(folder.path()) == KeyCondition::can_be_mended);
    CHECK(fingerprint(Identity::open(folder.path())->key().public_key()) == name);
    CHECK(test::read_file(folder / file) == good);
  }
}

TEST_CASE("a kiosk that has its key alone, from an earlier version, keeps it and gets the rest") {
  TemporaryFolder folder;
  const auto key = new_key();
  test::write_file(folder / "key.pem", key.plain_pem());
  CHECK(Identity::examine(folder.path()) == KeyCondition::whole);
  CHECK(Identity::open(folder.path())->key().public_key().same_key(key.public_key()));
  std::filesystem::remove(folder / "key.pem");
  CHECK(Identity::open(folder.path())->key().public_key().same_key(key.public_key()));
}

TEST_CASE("mending makes no key where there is none") {
  TemporaryFolder folder;
  CHECK(Identity::examine(folder / "identity") == KeyCondition::none);
  CHECK(Identity::mend(folder / "identity").ok());
  CHECK_FALSE(std::filesystem::exists(folder / "identity"));
}

TEST_CASE("a kiosk replaces its own receipt on a stick and leaves those of others alone") {
  TemporaryFolder stick, one, two;
  auto first = leave_receipt(stick.path(), one.path(), sample_report());
  auto other = leave_receipt(stick.path(), two.path(), sample_report());
  REQUIRE(first.ok());
  REQUIRE(other.ok());
  CHECK(*first != *other);
  const std::string of_other = test::read_file(*other);
  HealthReport later = sample_report();
  later.content_version = 8;
  CHECK(*leave_receipt(stick.path(), one.path(), later) == *first);
  auto receipt = read_receipt(test::read_file(*first));
  REQUIRE(receipt.ok());
  CHECK(receipt->number == 2);
  CHECK(receipt->report.content_version == 8);
  CHECK(test::read_file(*other) == of_other);
  CHECK(os::list_folder(stick / kReceiptFolder)->size() == 2);
}

TEST_CASE("a file of other origin under a receipt's name is not overwritten") {
  TemporaryFolder stick, kiosk;
  auto first = leave_receipt(stick.path(), kiosk.path(), sample_report());
  REQUIRE(first.ok());
  test::write_file(*first, "holiday pictures");
  auto second = leave_receipt(stick.path(), kiosk.path(), sample_report());
  REQUIRE(second.ok());
  CHECK(second->filename().string().ends_with("-2.json"));
  CHECK(test::read_file(*first) == "holiday pictures");
  CHECK(*leave_receipt(stick.path(), kiosk.path(), sample_report()) == *second);
}

TEST_CASE("a name in any script makes a file name that a stick can hold") {
  for (auto [name, begins] : {std::pair<std::string, const char*>{"Ganta border", "ganta-border-"},
                              {"غانتا", "kiosk-"},
                              {"../../etc/passwd", "etc-passwd-"},
                              {"", "kiosk-"},
                              {std::string(300, 'x'), "xxxx"}}) {
    TemporaryFolder stick, kiosk;
    HealthReport report = sample_report();
    report.name = name;
    auto place = leave_receipt(stick.path(), kiosk.path(), report);
    REQUIRE(place.ok());
    CHECK(place->parent_path() == stick / kReceiptFolder);
    CHECK(place->filename().string().starts_with(begins));
    CHECK(place->filename().string().size() < 80);
  }
}

TEST_CASE("a stick that takes no receipt gives an error and nothing else happens") {
  TemporaryFolder stick, kiosk;
  CHECK_FALSE(leave_receipt(stick / "pulled", kiosk.path(), sample_report()).ok());
  test::write_file(stick / kReceiptFolder, "a file where the folder should be");
  CHECK_FALSE(leave_receipt(stick.path(), kiosk.path(), sample_report()).ok());
  CHECK(test::read_file(stick / kReceiptFolder) == "a file where the folder should be");
}

TEST_CASE("a stick that fills up while the receipt is written keeps the earlier one and no scrap") {
  TemporaryFolder stick, kiosk;
  auto place = leave_receipt(stick.path(), kiosk.path(), sample_report());
  REQUIRE(place.ok());
  const std::string before = test::read_file(*place);
  // Files may grow to 100 bytes: the count of receipts fits, the receipt does not.
  rlimit old{};
  REQUIRE(getrlimit(RLIMIT_FSIZE, &old) == 0);
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  const rlimit small{100, old.rlim_max};
  REQUIRE(setrlimit(RLIMIT_FSIZE, &small) == 0);
  auto refused = leave_receipt(stick.path(), kiosk.path(), sample_report());
  REQUIRE(setrlimit(RLIMIT_FSIZE, &old) == 0);
  std::signal(SIGXFSZ, handler);
  CHECK_FALSE(refused.ok());
  CHECK(test::read_file(*place) == before);
  CHECK(os::list_folder(stick / kReceiptFolder)->size() == 1);
}

}  // namespace
}  // namespace kiosk::fleet

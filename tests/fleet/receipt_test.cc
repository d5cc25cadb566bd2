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

TEST_CASE("a key that is damaged is named and never replaced unasked") {
  TemporaryFolder folder;
  REQUIRE(Identity::open(folder.path()).ok());
  test::write_file(folder / "key.pem", "nonsense");
  auto identity = Identity::open(folder.path());
  REQUIRE_FALSE(identity.ok());
  CHECK(identity.error().code == Code::damaged);
  CHECK(Identity::examine(folder.path()).error().code == Code::damaged);
  CHECK(test::read_file(folder / "key.pem") == "nonsense");
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

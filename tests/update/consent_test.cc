#include "kiosk/update/consent.h"

#include <doctest/doctest.h>

#include "kiosk/update/outcome.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::update {
namespace {

using namespace std::chrono_literals;

class Office {
 public:
  explicit Office(Outcome last) : store{folder.path()} {
    REQUIRE(prepare_store(store).ok());
    OutcomeRecord record;
    record.report.outcome = last;
    REQUIRE(write_outcome(store, record).ok());
  }
  test::TemporaryFolder folder;
  Store store;
};

TEST_CASE("nobody has agreed until somebody does, and a quarter of an hour later nobody has again") {
  Office office(Outcome::expired);
  CHECK_FALSE(has_consent(office.store, {"boot", 100s}));
  REQUIRE(give_consent(office.store, {"boot", 100s}).ok());
  CHECK(has_consent(office.store, {"boot", 100s}));
  CHECK(has_consent(office.store, {"boot", 100s + kConsentHolds - 1s}));
  CHECK_FALSE(has_consent(office.store, {"boot", 100s + kConsentHolds}));
}

TEST_CASE("consent ends when it is withdrawn, and with the power") {
  Office office(Outcome::expired);
  REQUIRE(give_consent(office.store, {"boot", 100s}).ok());
  CHECK_FALSE(has_consent(office.store, {"another boot", 200s}));
  CHECK_FALSE(has_consent(office.store, {"boot", 50s}));
  CHECK_FALSE(has_consent(office.store, {"", 100s}));
  withdraw_consent(office.store);
  CHECK_FALSE(has_consent(office.store, {"boot", 100s}));
}

TEST_CASE(
    "there is nothing to agree to unless an update was refused for its date, and nothing where no boot is known") {
  for (Outcome last : {Outcome::updated, Outcome::refused, Outcome::older, Outcome::known_bad}) {
    Office office(last);
    CHECK(give_consent(office.store, {"boot", 100s}).error().code == Code::refused);
    CHECK_FALSE(has_consent(office.store, {"boot", 100s}));
  }
  Office office(Outcome::expired);
  CHECK_FALSE(give_consent(office.store, {"", 100s}).ok());
}

TEST_CASE("a consent that is not of its form is none") {
  Office office(Outcome::expired);
  for (const char* text : {"", "{}", "[]", "{\"boot\": 1, \"uptime_seconds\": 1}", "{\"boot\": \"boot\"}"}) {
    test::write_file(office.store.consent(), text);
    CHECK_FALSE(has_consent(office.store, {"boot", 100s}));
  }
}

}  // namespace
}  // namespace kiosk::update

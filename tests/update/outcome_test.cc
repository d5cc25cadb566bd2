#include "kiosk/update/outcome.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "kiosk/base/instant.h"
#include "kiosk/update/progress.h"
#include "kiosk/update/tuf/parse.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::update {
namespace {

constexpr Outcome kAll[] = {Outcome::updated,
                            Outcome::refused,
                            Outcome::up_to_date,
                            Outcome::older,
                            Outcome::no_space,
                            Outcome::expired,
                            Outcome::not_for_this_kiosk,
                            Outcome::interrupted,
                            Outcome::nothing_there,
                            Outcome::known_bad,
                            Outcome::failed,
                            Outcome::no_connection};

Report report_of(Outcome outcome, Origin origin) {
  Report report;
  report.outcome = outcome;
  report.origin = origin;
  report.version = 7;
  report.created = *parse_instant("2026-11-23T00:00:00Z");
  report.bytes_needed = 209'500'001;
  return report;
}

struct TestStore : Store {
  explicit TestStore(const test::TemporaryFolder& place) : Store{place / "store"} {
    REQUIRE(prepare_store(*this).ok());
  }
};

TEST_CASE("each way an update ends has a sentence of its own, for a stick and for the network") {
  for (Origin origin : {Origin::stick, Origin::network}) {
    std::set<std::string> sentences, names;
    for (Outcome outcome : kAll) {
      const std::string sentence = sentence_for(report_of(outcome, origin));
      CHECK(sentence.find('{') == std::string::npos);
      sentences.insert(sentence);
      names.insert(name_of(outcome));
    }
    CHECK(sentences.size() == std::size(kAll));
    CHECK(names.size() == std::size(kAll));
  }
}

TEST_CASE("the sentences name version, date and the room that is needed, rounded up") {
  CHECK(sentence_for(report_of(Outcome::updated, Origin::stick)) == "Updated to version 7 of 2026-11-23.");
  CHECK(sentence_for(report_of(Outcome::no_space, Origin::stick)) ==
        "There is too little space: 210 MB are needed. Nothing was changed.");
  Report undated = report_of(Outcome::up_to_date, Origin::network);
  undated.created.reset();
  CHECK(sentence_for(undated) == "Already up to date: version 7.");
}

TEST_CASE("a sentence is told in the words of the content, its gaps filled") {
  const Translate french = [](const std::string& original) -> std::string {
    return original == "Updated to version {1} of {2}." ? "Version {1} du {2} installée." : original;
  };
  CHECK(sentence_for(report_of(Outcome::updated, Origin::stick), french) == "Version 7 du 2026-11-23 installée.");
  CHECK(sentence_for(report_of(Outcome::interrupted, Origin::stick), french) ==
        "The stick was removed too early. Plug it in again and it continues.");
}

TEST_CASE("what is kept of an update is read back as it was written") {
  test::TemporaryFolder folder;
  const TestStore store(folder);
  CHECK(read_outcome(store).error().code == Code::not_found);
  for (Outcome outcome : kAll) {
    for (Origin origin : {Origin::stick, Origin::network}) {
      Report report = report_of(outcome, origin);
      report.detail = "why \xff";
      const Instant at = *parse_instant("2026-11-24T09:00:00Z");
      REQUIRE(write_outcome(store, {report, at, true}).ok());
      auto record = read_outcome(store);
      REQUIRE(record.ok());
      CHECK(record->report.outcome == outcome);
      CHECK(record->report.origin == origin);
      CHECK(record->at == at);
      CHECK(record->clock_synchronised);
      CHECK(sentence_for(record->report) == sentence_for(report));
      CHECK(record->report.detail.rfind("why ", 0) == 0);
    }
  }
}

TEST_CASE("a record that is not one is damaged, and never a success") {
  test::TemporaryFolder folder;
  const TestStore store(folder);
  const std::string good = R"({"code":0,"source":"stick","version":1,"at":"2026-11-24T09:00:00Z"})";
  test::write_file(store.outcome(), good);
  REQUIRE(read_outcome(store).ok());
  for (std::string bad :
       {R"({"code":2,"source":"stick","version":1,"at":"2026-11-24T09:00:00Z"})",
        R"({"code":"0","source":"stick","version":1,"at":"2026-11-24T09:00:00Z"})",
        R"({"code":0,"source":"moon","version":1,"at":"2026-11-24T09:00:00Z"})",
        R"({"code":0,"source":"stick","version":1,"at":"yesterday"})",
        R"({"code":0,"source":"stick","version":1,"at":"2026-11-24T09:00:00Z","date":5})", "[]", ""}) {
    CAPTURE(bad);
    test::write_file(store.outcome(), bad);
    CHECK(read_outcome(store).error().code == Code::damaged);
  }
}

TEST_CASE("progress is read back while it is fresh, and not once its writer has died or the machine was off") {
  using std::chrono::seconds;
  test::TemporaryFolder folder;
  const TestStore store(folder);
  CHECK_FALSE(read_progress(store, seconds(100)));
  REQUIRE(write_progress(store, {Step::fetching, 5, 10, Origin::network}, seconds(100)).ok());
  auto progress = read_progress(store, seconds(101));
  REQUIRE(progress);
  CHECK(progress->step == Step::fetching);
  CHECK(progress->done_bytes == 5);
  CHECK(progress->total_bytes == 10);
  CHECK(progress->origin == Origin::network);
  CHECK_FALSE(read_progress(store, seconds(300)));
  CHECK_FALSE(read_progress(store, seconds(50)));
  remove_progress(store);
  CHECK_FALSE(read_progress(store, seconds(101)));
}

TEST_CASE("a progress file of any other form counts as none") {
  test::TemporaryFolder folder;
  const TestStore store(folder);
  for (std::string bad : {"", "{}", "[1]", R"({"state":"fetching","done_bytes":"5"})",
                          R"({"state":5,"done_bytes":1,"total_bytes":2,"source":"stick","uptime_seconds":100})"}) {
    test::write_file(store.progress(), bad);
    CHECK_FALSE(read_progress(store, std::chrono::seconds(100)));
  }
}

}  // namespace
}  // namespace kiosk::update

#include "kiosk/publish/repository/clock_check.h"

#include <doctest/doctest.h>

#include "tests/publish/repository/office.h"

namespace kiosk::publish::test {
namespace {

using std::chrono::days;

const Date kToday = std::chrono::floor<days>(kNow);

TEST_CASE("a clock behind what is known to have passed is refused, and one far ahead of it") {
  const std::vector<DayKnown> known{{"the last edition was made", kNow}};
  CHECK(check_clock(kNow, known, "").ok());
  CHECK(check_clock(kNow + days(365), known, "").ok());
  CHECK(check_clock(kNow - days(2), known, "").error().code == Code::refused);
  CHECK(check_clock(kNow + days(1200), known, "").error().code == Code::refused);
}

TEST_CASE("a person may say the day, if it is that of the clock") {
  const std::vector<DayKnown> known{{"the last edition was made", kNow}};
  CHECK(check_clock(kNow + days(1200), known, in_words(kToday + days(1200))).ok());
  CHECK(check_clock(kNow + days(1200), known, in_words(kToday)).error().code == Code::refused);
  CHECK(check_clock(kNow - days(900), known, in_words(kToday - days(900))).ok());
}

TEST_CASE("a file written under the same clock does not vouch for it") {
  const auto later = kNow + days(1200);
  CHECK_FALSE(check_clock(later, {{"the last edition was made", kNow}, {"a file was written", later, true}}, "").ok());
}

TEST_CASE("the clock of the own server may differ by a day, in no direction by more") {
  auto judged = [](auto ahead) {
    const DayKnown server = day_of_server("https://content.example", kNow);
    return check_clock(kNow + ahead, {{"the last edition was made", kNow - days(10)}, server}, "");
  };
  CHECK(judged(std::chrono::hours(20)).ok());
  CHECK(judged(-std::chrono::hours(20)).ok());
  CHECK(judged(days(2)).error().message.find("the server of https://content.example says that it is") !=
        std::string::npos);
  CHECK(judged(-days(2)).error().code == Code::refused);
}

TEST_CASE("the day in words is a day that exists") {
  CHECK(must(day_in_words("28 November 2026")) == must(parse_date("2026-11-28")));
  CHECK(must(day_in_words(" 1 march 2027 ")) == must(parse_date("2027-03-01")));
  for (const char* wrong : {"", "2026-11-28", "31 June 2026", "28 Nov 2026", "28 November", "28 November 2026 noon"}) {
    CHECK_FALSE(day_in_words(wrong).ok());
  }
  CHECK(in_words(must(parse_date("2026-11-28"))) == "28 November 2026");
}

TEST_CASE("the last edition, the catalog's day and the build are known") {
  Office office;
  office.begin();
  const auto catalog = office.catalog("116", "Words.");
  const auto known = days_known(office.repository, catalog, kNow - days(30));
  auto knows = [&](Instant time) {
    return std::any_of(known.begin(), known.end(), [&](const DayKnown& day) { return day.time == time; });
  };
  CHECK(knows(kNow - days(30)));
  CHECK(knows(office.now));
  CHECK(knows(Instant(must(parse_date("2026-11-23")))));
}

}  // namespace
}  // namespace kiosk::publish::test

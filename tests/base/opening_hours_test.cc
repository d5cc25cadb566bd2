#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>

#include "kiosk/base/opening_hours.h"

using namespace kiosk;

namespace {

OpeningHours read(const std::string& text) {
  auto hours = OpeningHours::parse(text);
  REQUIRE_MESSAGE(hours.ok(), hours.error().message);
  return *hours;
}

std::string clock(int minute) {
  char text[16];
  std::snprintf(text, sizeof text, "%02d:%02d", minute / 60, minute % 60);
  return text;
}

// What is found by asking for every minute of the week: "Mo 08:00-17:00, Sa 09:00-12:00".
std::string table_of(const OpeningHours& hours) {
  constexpr const char* kNames[] = {"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"};
  std::string table;
  for (int day = 0; day < 7; ++day) {
    for (int minute = 0, opened = -1; minute <= 1440; ++minute) {
      const bool open = minute < 1440 && hours.open_at(day, minute);
      if (open && opened < 0) opened = minute;
      if (open || opened < 0) continue;
      table += std::string(table.empty() ? "" : ", ") + kNames[day] + " " + clock(opened) + "-" + clock(minute);
      opened = -1;
    }
  }
  return table;
}

struct Refused {
  const char* text;
  std::vector<const char*> remedies;  // each can be read, or says of itself that it is words
};

// What is in quotation marks in a sentence.
std::vector<std::string> quoted_in(const std::string& sentence) {
  std::vector<std::string> all;
  for (size_t at = sentence.find('"'); at != std::string::npos; at = sentence.find('"', at + 1)) {
    const size_t end = sentence.find('"', at + 1);
    if (end == std::string::npos) break;
    all.push_back(sentence.substr(at + 1, end - at - 1));
    at = end;
  }
  return all;
}

void check_refused(const Refused& refused) {
  auto objection = objection_to_hours(refused.text);
  REQUIRE_MESSAGE(objection.has_value(), refused.text);
  for (const char* remedy : refused.remedies)
    CHECK_MESSAGE(objection->remedy.find(remedy) != std::string::npos,
                  refused.text << " -> " << objection->problem << " | " << objection->remedy);
  CHECK_MESSAGE(objection->problem.ends_with("."), objection->problem);
  CHECK_MESSAGE(objection->remedy.ends_with("."), objection->remedy);
}

// The day and minute of an instant by the clock of a place.
std::pair<int, int> there(const char* zone, std::time_t instant) {
  setenv("TZ", zone, 1);
  tzset();
  std::tm local{};
  localtime_r(&instant, &local);
  unsetenv("TZ");
  tzset();
  return {(local.tm_wday + 6) % 7, local.tm_hour * 60 + local.tm_min};
}

}  // namespace

TEST_CASE("every minute of the week is as the notation says") {
  for (const auto& row :
       {std::pair("24/7",
                  "Mo 00:00-24:00, Tu 00:00-24:00, We 00:00-24:00, Th 00:00-24:00, Fr 00:00-24:00, Sa 00:00-24:00, "
                  "Su 00:00-24:00"),
        std::pair("Mo 08:00-17:00", "Mo 08:00-17:00"),
        std::pair("Mo-We 08:00-17:00; Sa 09:00-12:00",
                  "Mo 08:00-17:00, Tu 08:00-17:00, We 08:00-17:00, Sa 09:00-12:00"),
        std::pair("Mo,We,Fr 08:00-12:00,13:00-17:00",
                  "Mo 08:00-12:00, Mo 13:00-17:00, We 08:00-12:00, We 13:00-17:00, Fr 08:00-12:00, Fr 13:00-17:00"),
        std::pair("Mo, We-Th 08:00-09:00", "Mo 08:00-09:00, We 08:00-09:00, Th 08:00-09:00"),
        std::pair("Mo-Th 08:00-17:00; We 14:00-18:00",
                  "Mo 08:00-17:00, Tu 08:00-17:00, We 14:00-18:00, Th 08:00-17:00"),
        std::pair("Mo-Th 08:00-12:00, We 14:00-18:00",
                  "Mo 08:00-12:00, Tu 08:00-12:00, We 08:00-12:00, We 14:00-18:00, Th 08:00-12:00"),
        std::pair("Mo-Th 08:00-17:00; Tu-We off", "Mo 08:00-17:00, Th 08:00-17:00"),
        std::pair("24/7; Mo-Sa off", "Su 00:00-24:00"),
        std::pair("08:00-09:00; Mo-Fr off", "Sa 08:00-09:00, Su 08:00-09:00"),
        std::pair("Fr-Mo 10:00-11:00", "Mo 10:00-11:00, Fr 10:00-11:00, Sa 10:00-11:00, Su 10:00-11:00"),
        std::pair("Su 22:00-06:00", "Mo 00:00-06:00, Su 22:00-24:00"),
        std::pair("Sa 22:00-26:00", "Sa 22:00-24:00, Su 00:00-02:00"),
        std::pair("Fr 09:00-12:00,20:00-03:00", "Fr 09:00-12:00, Fr 20:00-24:00, Sa 00:00-03:00"),
        std::pair("Fr 22:00-06:00; Sa 05:00-07:00", "Fr 22:00-24:00, Sa 00:00-07:00"),
        std::pair("Mo 09:00-33:00", "Mo 09:00-24:00, Tu 00:00-09:00"),
        std::pair("Sa,PH 10:00-11:00", "Sa 10:00-11:00"),
        std::pair("Sa 10:00-11:00; PH off", "Sa 10:00-11:00"),
        std::pair("  Sa  10:00 - 11:00 ; ", "Sa 10:00-11:00"),
        std::pair("Sa 14:00-15:00,10:00-11:00", "Sa 10:00-11:00, Sa 14:00-15:00")}) {
    const auto& text = row.first;
    const auto& table = row.second;
    CHECK_MESSAGE(table_of(read(text)) == table, text);
  }
}

TEST_CASE("days with the same hours are one group, over Sunday too") {
  auto groups = read("Mo-Tu,Fr-Su 08:00-12:00; Th 09:00-10:00,11:00-12:00").groups();
  REQUIRE(groups.size() == 2);
  CHECK(groups[0].first == 3);
  CHECK(groups[0].spans.size() == 2);
  CHECK(groups[1].first == 4);
  CHECK(groups[1].last == 1);
  CHECK(read("24/7").groups().size() == 1);
  CHECK(read("Mo,Su 08:00-12:00").groups().size() == 1);
}

TEST_CASE("only day and night on every day, with nothing said of holidays, is always") {
  CHECK(read("24/7").always());
  CHECK(read("Mo-Su 00:00-24:00").always());
  CHECK_FALSE(read("24/7; PH off").always());
  CHECK_FALSE(read("Mo-Sa 00:00-24:00").always());
}

TEST_CASE("what is said of public holidays is kept") {
  CHECK_FALSE(read("Mo-Fr 08:00-17:00").holidays.has_value());
  CHECK(read("Mo-Fr 08:00-17:00; PH off").holidays->empty());
  CHECK(read("Mo-Fr 08:00-17:00; PH,Su off").holidays->empty());
  CHECK(read("Mo-Fr 08:00-17:00; PH 10:00-11:00").holidays->front() == OpenSpan{600, 660});
}

TEST_CASE("what can be read in two ways is refused with both, and both can be read") {
  for (const Refused& refused : {
           Refused{"Mo-Fr", {"\"Mo-Fr 08:00-17:00\"", "\"Mo-Fr 00:00-24:00\""}},
           Refused{"Mo-Fr 08:00-17:00; Sa", {"\"Sa 08:00-17:00\"", "\"Sa 00:00-24:00\""}},
           Refused{"Mo 08:00-08:00", {"\"Mo 00:00-24:00\"", "\"Mo off\""}},
           Refused{"Mo-Sa 09:00-05:00", {"\"Mo-Sa 09:00-17:00\"", "\"Mo-Sa 09:00-29:00\""}},
           Refused{"08:00-01:00", {"\"08:00-13:00\"", "\"08:00-25:00\""}},
           Refused{"Mo 24:00-30:00", {"\"Mo 00:00-06:00\"", "the day after"}},
           Refused{"Mo 25:00-26:00", {"\"Mo 01:00-02:00\"", "the day after"}},
           Refused{"Mo-Su 22:00-06:00; Sa off", {"\"Sa 00:00-06:00\"", "\"Fr 22:00-24:00\""}},
           Refused{"Su 10:00-12:00,20:00-02:00; Mo off", {"\"Mo 00:00-02:00\"", "\"Su 10:00-12:00,20:00-24:00\""}},
           Refused{"PH off; Mo-Fr 08:00-17:00", {"\"Mo-Fr 08:00-17:00; PH off\"", "\"Mo-Fr 08:00-17:00\" alone"}},
           Refused{"Mo-Fr 08:00-12:00; Mo-Fr 14:00-18:00", {"\"Mo-Fr 08:00-12:00,14:00-18:00\"", "out"}},
           Refused{"Sa 09:00-12:00; Mo-Su 08:00-17:00", {"\"Sa 09:00-12:00, Mo-Su 08:00-17:00\"", "out"}},
           Refused{"Mo-Fr 08:00-12:00; Sa 09:00-10:00; Sa off", {"\"Sa 09:00-10:00\" out", "\"Sa off\""}},
           Refused{"Mo-Sa 21:00-17:00", {"\"Mo-Sa 09:00-17:00\"", "\"Mo-Sa 21:00-41:00\""}},
           Refused{"Mo 08:00-12:00,11:00-15:00", {"\"08:00-15:00\"", "correct one of the two"}},
           Refused{"Mo 08:00-12:00,12:00-15:00", {"\"08:00-15:00\""}},
       })
    check_refused(refused);
  for (const char* text : {"Mo-Fr", "Mo 08:00-08:00", "Mo-Sa 09:00-05:00", "08:00-01:00", "PH off; Mo-Fr 08:00-17:00",
                           "Mo-Fr 08:00-12:00; Mo-Fr 14:00-18:00"}) {
    const auto readings = quoted_in(objection_to_hours(text)->remedy);
    CHECK(readings.size() == 2);
    for (const std::string& reading : readings)
      CHECK_MESSAGE((OpeningHours::parse(reading).ok() || reading == "Mo off"), reading);
  }
}

TEST_CASE("hours that are written as people write them are refused with the right form") {
  for (auto [text, right] :
       {std::pair("Mo-Fr 8-17", "\"Mo-Fr 08:00-17:00\""), std::pair("Mo-Fr 8:30-17:00", "\"Mo-Fr 08:30-17:00\""),
        std::pair("Mo–Fr 08:00–17:00", "\"Mo-Fr 08:00-17:00\""),
        std::pair("Mon-Fri 08:00-17:00", "\"Mo-Fr 08:00-17:00\""),
        std::pair("Monday to Friday 8am to 5pm", "\"Mo-Fr 08:00-17:00\""),
        std::pair("mo-fr 08.00-17.00", "\"Mo-Fr 08:00-17:00\""), std::pair("Mo-Fr 8h-17h30", "\"Mo-Fr 08:00-17:30\""),
        std::pair("Sat and Sun 9 AM - 12 PM", "\"Sa,Su 09:00-12:00\""),
        std::pair("Mo 08:00-17:00; Sunday closed", "\"Mo 08:00-17:00; Su off\""),
        std::pair("Mo\u00A008:00-17:00", "\"Mo 08:00-17:00\""), std::pair("Mo 12am-6am", "\"Mo 00:00-06:00\""),
        std::pair("Mo-Fr 08:00-17:00,", "\"Mo-Fr 08:00-17:00\""),
        std::pair("Lun-Ven 08:00-17:00", "\"Mo-Fr 08:00-17:00\""),
        std::pair("lundi au vendredi 8h à 17h", "\"Mo-Fr 08:00-17:00\""),
        std::pair("Samedi et dimanche 9h30-12h", "\"Sa,Su 09:30-12:00\"")})
    check_refused({text, {right}});
  // Mended, it can still be read in two ways.
  check_refused({"Mon - Sat 9:00PM - 5:00 PM", {"\"Mo-Sa 09:00-17:00\"", "\"Mo-Sa 21:00-41:00\""}});
}

TEST_CASE("what the notation has and the kiosk has not is named") {
  for (const auto& row : {std::pair("Jun-Aug Mo-Fr 08:00-12:00", "Jun"), std::pair("Mo-Fr 08:00-12:00; SH off", "SH"),
                          std::pair("Mo[1] 08:00-12:00", "["), std::pair("Mo-Fr 08:00+", "+"),
                          std::pair("week 1-10 Mo 08:00-12:00", "week"), std::pair("sunrise-sunset", "sunrise"),
                          std::pair("Mo 08:00-12:00 \"by appointment\"", "\""),
                          std::pair("Mo 08:00-12:00 || \"call\"", "||"), std::pair("Mo (sunset)-22:00", "(")}) {
    const auto& text = row.first;
    const auto& part = row.second;
    auto objection = objection_to_hours(text);
    REQUIRE_MESSAGE(objection.has_value(), text);
    CHECK_MESSAGE(objection->problem == std::string("What begins with ") + part + " is not understood here.", text);
    CHECK(objection->remedy.starts_with("Leave that part out"));
  }
}

TEST_CASE("what are no hours is refused with an example") {
  for (const char* text : {"",
                           " ",
                           ";",
                           "always",
                           "Xx 08:00-17:00",
                           "off",
                           "Mo off",
                           "24/7; off",
                           "Mo 08:00",
                           "Mo 08:00-",
                           "Mo 08:60-17:00",
                           "Mo 08:00-49:00",
                           "Mo 8:0-17:0",
                           "Mo-",
                           "-Mo 08:00-17:00",
                           "Mo;Tu",
                           "Mo 08:00-17:00 Tu",
                           "Mo 08:00-17:00 24/7",
                           "Mo 0８:00-17:00",
                           "08:00-17:00 Mo-Fr",
                           "Mo 008:00-17:00",
                           "working hours",
                           "unknown"}) {
    auto hours = OpeningHours::parse(text);
    REQUIRE_MESSAGE(!hours.ok(), text);
    CHECK_MESSAGE(hours.error().message.find("08:00-17:00") != std::string::npos, hours.error().message);
  }
}

TEST_CASE("the hours count by the clock of the place, also in the hour that the clock is changed") {
  const OpeningHours hours = read("Mo-Fr 08:00-17:00; Su 01:30-02:30");
  struct Instant {
    const char* zone;
    std::time_t at;  // UTC
    bool open;
  };
  for (const Instant& instant : {
           // Monday 2026-03-02, 08:00 UTC: Monrovia has UTC, Rome is an hour ahead, Kathmandu five and three quarters.
           Instant{"Africa/Monrovia", 1772438400, true},
           Instant{"Africa/Monrovia", 1772438400 - 60, false},
           Instant{"Europe/Rome", 1772438400 - 3600, true},
           Instant{"Europe/Rome", 1772438400 + 8 * 3600, false},
           Instant{"Asia/Kathmandu", 1772438400 - 20700, true},
           Instant{"Asia/Kathmandu", 1772438400 - 20760, false},
           // Rome, Sunday 2026-03-29: 02:00 becomes 03:00. 00:59 UTC is 01:59, 01:00 UTC is 03:00.
           Instant{"Europe/Rome", 1774745940, true},
           Instant{"Europe/Rome", 1774746000, false},
           // Rome, Sunday 2026-10-25: 03:00 becomes 02:00 at 01:00 UTC; the half hour to 02:30 comes twice.
           Instant{"Europe/Rome", 1792886400 + 1740, true},
           Instant{"Europe/Rome", 1792886400 + 1800, false},
           Instant{"Europe/Rome", 1792890000, true},
           Instant{"Europe/Rome", 1792890000 + 1800, false},
       }) {
    const auto when = there(instant.zone, instant.at);
    const auto day = when.first;
    const auto minute = when.second;
    CHECK_MESSAGE(hours.open_at(day, minute) == instant.open,
                  instant.zone << " " << instant.at << ": day " << day << " " << clock(minute));
  }
}

TEST_CASE("in the week that the clock is changed every minute is told by the clock of the place") {
  struct Change {
    const char* zone;
    std::time_t from;  // the Thursday before, 00:00 UTC
    const char* hours;
    int open;  // minutes from then to the Wednesday after
  };
  constexpr std::time_t kMarch = 1774483200, kOctober = 1792627200;                      // 2026-03-26, 2026-10-22
  constexpr std::time_t kAutumnOfLordHowe = 1775088000, kSpringOfLordHowe = 1790812800;  // half an hour: 04-02, 10-01
  for (const Change& change :
       {Change{"Africa/Monrovia", kMarch, "Su 02:00-03:00", 60},
        Change{"Africa/Monrovia", kMarch, "Sa 22:00-06:00", 480},
        Change{"Asia/Kathmandu", kMarch, "Su 01:00-04:00", 180}, Change{"Europe/Rome", kMarch, "Su 02:00-03:00", 0},
        Change{"Europe/Rome", kMarch, "Su 01:00-04:00", 120}, Change{"Europe/Rome", kMarch, "Sa 22:00-06:00", 420},
        Change{"Europe/Rome", kMarch, "24/7", 6 * 1440}, Change{"Europe/Rome", kOctober, "Su 02:00-03:00", 120},
        Change{"Europe/Rome", kOctober, "Su 02:00-02:30", 60}, Change{"Europe/Rome", kOctober, "Sa 22:00-06:00", 540},
        Change{"Europe/Rome", kOctober, "24/7; Su off", 5 * 1440 - 60},
        Change{"Australia/Lord_Howe", kAutumnOfLordHowe, "Su 01:30-02:00", 60},
        Change{"Australia/Lord_Howe", kSpringOfLordHowe, "Su 02:00-02:30", 0}}) {
    const OpeningHours hours = read(change.hours);
    setenv("TZ", change.zone, 1);
    tzset();
    int open = 0;
    for (std::time_t at = change.from; at < change.from + 6 * 86400; at += 60) {
      std::tm local{};
      localtime_r(&at, &local);
      open += hours.open_at((local.tm_wday + 6) % 7, local.tm_hour * 60 + local.tm_min);
    }
    unsetenv("TZ");
    tzset();
    CHECK_MESSAGE(open == change.open, change.zone << " " << change.hours << ": " << open);
  }
}

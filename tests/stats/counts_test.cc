#include <doctest/doctest.h>

#include <random>

#include "kiosk/stats/counts.h"

using namespace kiosk;
using namespace kiosk::stats;

namespace {

Date day(const char* text) { return *parse_date(text); }

}  // namespace

TEST_CASE("counts are written in one order, whatever the order of the visits") {
  Counts a, b;
  a.add({day("2026-11-24"), "work", "fr"}, 3);
  a.add({day("2026-11-23"), "travel", "en"}, 12);
  b.add({day("2026-11-23"), "travel", "en"}, 12);
  for (int i = 0; i < 3; ++i) b.add({day("2026-11-24"), "work", "fr"});
  CHECK(a.format() == b.format());
  CHECK(a.format() == "day,topic,language,count\n2026-11-23,travel,en,12\n2026-11-24,work,fr,3\n");
  CHECK(*Counts::parse(a.format()) == a);
}

TEST_CASE("R68: a language with fewer than ten on a day becomes other, on that day only") {
  Counts counts;
  counts.add({day("2026-11-23"), "travel", "vai-Vaii"}, 9);
  counts.add({day("2026-11-23"), "travel", "kpe"}, 2);
  counts.add({day("2026-11-23"), "travel", "en"}, 6);
  counts.add({day("2026-11-23"), "work", "en"}, 4);
  counts.add({day("2026-11-24"), "travel", "vai-Vaii"}, 10);
  counts.merge_rare_languages();
  CHECK(counts.format() ==
        "day,topic,language,count\n2026-11-23,travel,en,6\n2026-11-23,travel,other,11\n2026-11-23,work,en,4\n"
        "2026-11-24,travel,vai-Vaii,10\n");
}

TEST_CASE("answers are rows of their own, and go with their language where that is rare") {
  Counts counts;
  counts.add({day("2026-11-23"), "travel", "en"}, 12);
  counts.add({day("2026-11-23"), "travel", "en", What::helped}, 2);
  counts.add({day("2026-11-23"), "travel", "en", What::not_helped}, 1);
  counts.add({day("2026-11-23"), "travel", "kpe"}, 9);
  counts.add({day("2026-11-23"), "travel", "kpe", What::helped}, 40);
  counts.merge_rare_languages();
  CHECK(counts.format() ==
        "day,topic,language,count\n2026-11-23,travel,en,12\n2026-11-23,travel/helped,en,2\n"
        "2026-11-23,travel/not-helped,en,1\n2026-11-23,travel,other,9\n2026-11-23,travel/helped,other,40\n");
  CHECK(*Counts::parse(counts.format()) == counts);
}

TEST_CASE("old days are dropped") {
  Counts counts;
  counts.add({day("2025-01-01"), "work", "fr"}, 3);
  counts.add({day("2026-01-01"), "work", "fr"}, 3);
  counts.drop_before(day("2026-01-01"));
  CHECK(counts.all().size() == 1);
}

TEST_CASE("a file that is not one of counts is refused with the number of its line") {
  const std::string head = "day,topic,language,count\n";
  CHECK(Counts::parse(head).ok());
  for (const char* bad :
       {"2026-11-23,travel,en", "2026-11-23,travel,en,", "2026-11-23,travel,en,-1", "2026-11-23,travel,en,1x",
        "2026-13-23,travel,en,1", "2026-11-23,,en,1", "2026-11-23,tra vel,en,1", "2026-11-23,travel,en,1,2",
        "2026-11-23,travel,en,99999999999", "2026-11-23,/helped,en,1", "2026-11-23,travel/perhaps,en,1", ""}) {
    auto counts = Counts::parse(head + "2026-11-22,travel,en,1\n" + bad + "\n");
    REQUIRE_MESSAGE(!counts.ok(), bad);
    CHECK(counts.error().code == Code::damaged);
    CHECK(counts.error().message.find("line 3") != std::string::npos);
  }
  CHECK_FALSE(Counts::parse("").ok());
  CHECK_FALSE(Counts::parse("day,topic").ok());
  CHECK_FALSE(Counts::parse(head + "2026-11-22,travel,en,1").ok());  // cut off
}

TEST_CASE("whatever the bytes, reading them ends") {
  std::mt19937 random(5);
  const std::string good = "day,topic,language,count\n2026-11-23,travel,en,12\n2026-11-24,work,fr,3\n";
  for (int round = 0; round < 3000; ++round) {
    std::string text = good;
    for (int change = 0; change < 4; ++change) text[random() % text.size()] = static_cast<char>(random());
    auto counts = Counts::parse(text);
    if (counts.ok()) CHECK(counts->all().size() <= 2);
  }
}

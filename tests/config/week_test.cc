#include <doctest/doctest.h>

#include "kiosk/config/answers.h"
#include "kiosk/config/config.h"
#include "kiosk/config/week.h"

using namespace kiosk;
using namespace kiosk::config;

namespace {

Week week(std::array<bool, 7> open) {
  Week made;
  made.always = false;
  made.open = open;
  return made;
}

std::optional<Week> read(const char* text) { return Week::of(*OpeningHours::parse(text)); }

}  // namespace

TEST_CASE("days with the same hours are written as runs, and read back as they were") {
  CHECK(Week{}.written().empty());
  CHECK(week({1, 1, 1, 1, 1, 0, 0}).written() == "Mo-Fr 08:00-17:00");
  CHECK(week({1, 0, 1, 1, 0, 0, 1}).written() == "Mo 08:00-17:00; We-Th 08:00-17:00; Su 08:00-17:00");
  for (unsigned days = 1; days < 128; ++days) {
    Week one = week({});
    for (size_t i = 0; i < 7; ++i) one.open[i] = days >> i & 1;
    auto again = read(one.written().c_str());
    REQUIRE(again.has_value());
    CHECK(*again == one);
  }
}

TEST_CASE("hours that are not the same every day are not squeezed into that form") {
  CHECK_FALSE(read("Mo-Fr 08:00-17:00; Sa 09:00-12:00"));
  CHECK_FALSE(read("Mo-Fr 22:00-06:00"));
  CHECK(read("24/7") == Week{});
  CHECK(Week::of(std::nullopt) == Week{});
  CHECK(read("Fr-Mo 08:00-17:00") == week({1, 0, 0, 0, 1, 1, 1}));
}

TEST_CASE("however often they are moved, opening stays before closing and both within the day") {
  Week one = week({1, 0, 0, 0, 0, 0, 0});
  one.move_opening(-100);
  CHECK(one.opens == 0);
  one.move_closing(+100);
  CHECK(one.written() == "Mo 00:00-24:00");
  one.move_opening(+100);
  CHECK(one.opens == 24 * 60 - 30);
  one.move_closing(-100);
  CHECK(one.closes == 24 * 60);
  CHECK(read(one.written().c_str()) == one);
}

TEST_CASE("answers with any characters are read as they were given, and hours that nobody touched are not in them") {
  Answers answers;
  answers.language = LanguageTag::of("ar");
  answers.rotation = 270;
  answers.name = "Gate \"2\" \\ \n[staff]\npin = \"\"";
  answers.place = "قاعة";
  Config config;
  REQUIRE(parse_over(config, to_toml(answers), "answers").ok());
  CHECK(config.name == answers.name);
  CHECK(config.place == answers.place);
  CHECK(config.language == answers.language);
  CHECK(config.rotation == 270);
  CHECK(to_toml(answers).find("open") == std::string::npos);
  answers.open = "Mo-Fr 08:00-17:00";
  REQUIRE(parse_over(config, to_toml(answers), "answers").ok());
  CHECK(config.open->open_at(0, 600));
}

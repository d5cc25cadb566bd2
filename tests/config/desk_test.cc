// Section [desk]: whether there is a person to ask at this kiosk, where and when.
#include <doctest/doctest.h>

#include "kiosk/config/config.h"

using namespace kiosk;
using namespace kiosk::config;

namespace {

Result<Config> parse(const std::string& text) {
  Config config;
  if (Status status = parse_over(config, text, "kiosk.toml"); !status.ok()) return status.error();
  return config;
}

std::string problem_of(const std::string& line) {
  auto config = parse("[desk]\n" + line + "\n");
  return config.ok() ? "" : config.error().message;
}

}  // namespace

TEST_CASE("where nothing is said of a desk there is none") {
  auto config = parse("[kiosk]\nname = \"North\"\n");
  REQUIRE(config.ok());
  CHECK_FALSE(config->desk.present);
  CHECK(config->desk == Desk{});
}

TEST_CASE("a desk is read with its place in words, as a picture, and with its hours") {
  auto config = parse(
      "[desk]\npresent = true\ndirection = \"upstairs\"\nopen = \"Mo-Fr 09:00-12:00\"\n"
      "[desk.where]\nen = \"Floor 2, room 14\"\nar = \"الطابق ٢\"\n");
  REQUIRE_MESSAGE(config.ok(), config.error().message);
  CHECK(config->desk.present);
  CHECK(config->desk.direction == DeskDirection::upstairs);
  CHECK(config->desk.where.at(LanguageTag::of("ar")) == "الطابق ٢");
  CHECK(desk_hours(*config)->open_at(0, 600));
  CHECK_FALSE(desk_hours(*config)->open_at(0, 800));
}

TEST_CASE("a desk without hours of its own is open as long as the office") {
  auto config = parse("[hours]\nopen = \"Sa 09:00-12:00\"\n[desk]\npresent = true\n");
  REQUIRE(config.ok());
  CHECK(desk_hours(*config)->open_at(5, 600));
  CHECK_FALSE(desk_hours(*config)->open_at(0, 600));
  CHECK_FALSE(desk_hours(Config{}).has_value());
}

TEST_CASE("what a desk cannot be is named with its line and what to write") {
  for (const auto& row :
       {std::pair("present = \"yes\"", "true or false"), std::pair("present = 1", "true or false"),
        std::pair("direction = \"west\"", "\"left\", \"right\", \"ahead\""),
        std::pair("open = \"mornings\"", "Mo-Fr 08:00-17:00"), std::pair("where = \"beside the door\"", "{ en = "),
        std::pair("where = { english = \"here\" }", "tag of a language"),
        std::pair("where = { en = 3 }", "quotation marks"),
        std::pair("where = { en = \"  \" }", "leave that language out"),
        std::pair("where = { en = \"a\", EN = \"b\" }", "keep one"),
        std::pair("where = { en = \"left\\u202Eright\" }", "U+202E"),
        std::pair("were = { en = \"here\" }", "no setting")}) {
    const auto& line = row.first;
    const auto& remedy = row.second;
    const std::string problem = problem_of(line);
    CHECK_MESSAGE(problem.starts_with("kiosk.toml:2: "), line);
    CHECK_MESSAGE(problem.find(remedy) != std::string::npos, line << " -> " << problem);
  }
  CHECK(problem_of("where = { en = \"" + std::string(120, 'a') + "\" }").empty());
  CHECK(problem_of("where = { en = \"" + std::string(121, 'a') + "\" }").find("120") != std::string::npos);
}

TEST_CASE("the place of a desk, which nobody has signed for, holds nothing that could be dialled") {
  for (const char* words : {"Call 116", "Call 1 1 6", "٩١١", "1-1-6", "+231 770", "１１６", "¹¹⁶"})
    CHECK_MESSAGE(problem_of("where = { en = \"" + std::string(words) + "\" }").find("dial") != std::string::npos,
                  words);
  for (const char* words : {"Room 12", "Floor 2, room 14", "Porte 3, 1er étage", "Gate B7", "the 3rd door of 11"})
    CHECK_MESSAGE(problem_of("where = { en = \"" + std::string(words) + "\" }").empty(), words);
}

#include "kiosk/text/font_list.h"

#include <doctest/doctest.h>

#include <string>

using namespace kiosk;
using namespace kiosk::text;

namespace {

const std::string kLeast = "Latn regular /fonts/latin.ttf\nIcon regular /fonts/icons.ttf\n";

std::string message_of(const std::string& text) {
  auto entries = parse_font_list(text, "fonts.conf");
  REQUIRE_FALSE(entries.ok());
  CHECK(entries.error().code == Code::invalid);
  return entries.error().message;
}

}  // namespace

TEST_CASE("a list gives its fonts in order, without comments and blank lines") {
  auto entries = parse_font_list("# fonts\r\n\n" + kLeast + "  Arab  bold \t /fonts/with space.ttf  \n", "fonts.conf");
  REQUIRE(entries.ok());
  REQUIRE(entries->size() == 3);
  CHECK((*entries)[0].script == "Latn");
  CHECK((*entries)[0].weight == Weight::regular);
  CHECK((*entries)[2].script == "Arab");
  CHECK((*entries)[2].weight == Weight::bold);
  CHECK((*entries)[2].path == "/fonts/with space.ttf");
}

TEST_CASE("a wrong line is named with its number") {
  CHECK(message_of(kLeast + "arab regular /a.ttf").find("fonts.conf:3: \"arab\"") == 0);
  CHECK(message_of(kLeast + "\nArab heavy /a.ttf").find("fonts.conf:4:") == 0);
  CHECK(message_of("Arab regular a.ttf\n" + kLeast).find("fonts.conf:1:") == 0);
  CHECK(message_of("Arab\n" + kLeast).find("fonts.conf:1:") == 0);
  CHECK(message_of(std::string("A\0ab regular /a\n", 16) + kLeast).find("fonts.conf:1:") == 0);
}

TEST_CASE("a list without Latin letters or without icons is refused") {
  CHECK(message_of("").find("Latn regular") != std::string::npos);
  CHECK(message_of("Latn regular /fonts/latin.ttf\n").find("Icon regular") != std::string::npos);
  CHECK(message_of("Latn bold /l.ttf\nIcon regular /i.ttf\n").find("Latn regular") != std::string::npos);
}

TEST_CASE("a list that would open hundreds of fonts is refused") {
  std::string many = kLeast;
  for (int i = 0; i < 300; ++i) many += "Zsym regular /fonts/symbols.ttf\n";
  CHECK(message_of(many).find("more fonts") != std::string::npos);
}

TEST_CASE("a list that is not there is not found, and the message names it") {
  auto entries = read_font_list("/nowhere/fonts.conf");
  REQUIRE_FALSE(entries.ok());
  CHECK(entries.error().code == Code::not_found);
  CHECK(entries.error().message.find("/nowhere/fonts.conf") != std::string::npos);
}

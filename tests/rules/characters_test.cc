#include "kiosk/rules/characters.h"

#include <doctest/doctest.h>

using namespace kiosk::rules;

TEST_CASE("a text of any script is fine") {
  for (const char* text : {"Take it.\nNow.\t", "l’été", "خط المساعدة", "ߞߊߣ", "𞤀𞤣𞤤𞤢𞤥", "ꕙꔤ"})
    CHECK(!objection_to_text(text));
}

TEST_CASE("characters that turn a number around, or that nothing shows, are refused by name") {
  for (const char* text : {"\u202E116", "116\u202C", "\u202A", "a\u0085b", "a\uFFFDb", "a\x01", "\x7f"}) {
    auto refused = objection_to_text(text);
    REQUIRE_MESSAGE(refused, text);
    CHECK(refused->what.find("U+") != std::string::npos);
    CHECK(!refused->remedy.empty());
  }
  CHECK(objection_to_text("caf\xE9"));
}

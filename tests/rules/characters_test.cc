#include "kiosk/rules/characters.h"

#include <doctest/doctest.h>

using namespace kiosk::rules;

TEST_CASE("a text of any script is fine") {
  for (const char* text : {"Take it.\nNow.\t", "l’été", "خط المساعدة", "ߞߊߣ", "𞤀𞤣𞤤𞤢𞤥", "ꕙꔤ"})
    CHECK(!objection_to_text(text));
}

TEST_CASE("characters that turn a number around, or that nothing shows, are refused by name") {
  struct {
    const char *text, *name;
  } refused[] = {
      {"\u202E116", "U+202E"},
      {"116\u202C", "U+202C"},
      {"\u202A", "U+202A"},
      {"\u2067", "right-to-left isolate U+2067"},
      {"\u200E", "direction mark"},
      {"\u200F", "U+200F"},
      {"\u061C", "Arabic letter mark"},
      {"a\u0085b", "control character U+0085"},
      {"a\x01", "control character"},
      {"\x7f", "U+007F"},
      {"a\uFFFDb", "replacement"},
      {"a\uFFFCb", "object replacement character U+FFFC"},
      {"1\uFE0F\u20E3", "U+FE0F"},
      {"1\u20E3", "keycap U+20E3"},
      {"\uE000", "private character"},
      {"\U000F1234", "private character"},
      {"\u0378", "unassigned"},
      {"\uFFFF", "unassigned"},
      {"pa\u00ADss", "soft hyphen"},
      {"1\u200B16", "zero-width space"},
      {"pass\u200Bport", "zero-width space"},
      {"a\u180Bb", "variant mark"},
      {"1\u206016", "word joiner"},
      {"\uFEFFx", "byte order mark"},
      {"x\u2028", "line separator"},
      {"\U000E0041", "invisible tag"},
      {"\u3164", "invisible filler"},
      {"1\u034F16", "invisible joiner"},
      {"\u20DD", "enclosing mark"},
  };
  for (const auto& row : refused) {
    auto objection = objection_to_text(row.text);
    REQUIRE_MESSAGE(objection, row.name);
    CHECK_MESSAGE(objection->what.find(row.name) != std::string::npos, objection->what);
    CHECK(objection->remedy.ends_with("."));
  }
  CHECK(objection_to_text("caf\xE9"));
}

TEST_CASE("what scripts need stays: joiners, vowel marks, isolates, no-break spaces") {
  for (const char* text :
       {"می\u200Cخواهم", "क्\u200Dष", "\u2066/media\u2069", "\u2068x\u2069", "l’été\u00A0!", "كَتَبَ", "ߞߊ߲", "e\u0301"})
    CHECK_MESSAGE(!objection_to_text(text), text);
}

TEST_CASE("scripts without spaces may mark where their words end, and Mongolian which form a letter has") {
  for (const char* text : {"ក្រុម\u200Bសម្ងាត់", "ภาษา\u200Bไทย", "\u200Bမြန်မာ", "ᠮᠣᠩᠭᠣᠯ\u180Bᠤ", "ᠠ\u180E"})
    CHECK_MESSAGE(!objection_to_text(text), text);
}

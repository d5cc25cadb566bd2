#include "kiosk/rules/pass_phrase.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "kiosk/rules/file_name.h"

using namespace kiosk::rules;

TEST_CASE("a pass phrase is its words, whatever editor or keyboard made the bytes") {
  const std::string words = "caf\u00E9 cr\u00E8me br\u00FBl\u00E9e words";
  for (const char* typed :
       {"café crème brûlée words", "cafe\u0301 cre\u0300me bru\u0302le\u0301e words", "café crème brûlée words\r",
        "café crème brûlée words\r\n", "\uFEFFcafé crème brûlée words", "\uFEFFcafé crème brûlée words\r\nsecond line"})
    CHECK(pass_phrase(typed) == words);
  CHECK(pass_phrase("four words") == "four words");
  CHECK(pass_phrase(" four words ") == " four words ");
  CHECK(pass_phrase("\xE9") == "\xE9");
}

TEST_CASE("every form that an earlier version took is tried, and each once") {
  auto forms = pass_phrase_forms("four words");
  CHECK(forms.front() == "four words");
  for (const char* earlier : {"four words\r", "\uFEFFfour words", "\uFEFFfour words\r"})
    CHECK(std::ranges::count(forms, earlier) == 1);
  CHECK(forms.size() == 4);
  CHECK(std::ranges::count(pass_phrase_forms("cafe\u0301"), "cafe\u0301") == 1);
  CHECK(std::ranges::count(pass_phrase_forms("caf\u00E9"), "cafe\u0301") == 1);
}

TEST_CASE("names that are one file on a stick compare alike") {
  CHECK(comparable_name("Help.YAML") == "help.yaml");
  CHECK(comparable_name("e\u0301t\u00E9") == comparable_name("\u00C9TE\u0301"));
  CHECK(comparable_name("a") != comparable_name("b"));
}

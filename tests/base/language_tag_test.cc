#include <doctest/doctest.h>

#include "kiosk/base/language_tag.h"

using namespace kiosk;

TEST_CASE("a language tag is brought into the standard form") {
  CHECK(LanguageTag::parse("AR-arab-lr")->str() == "ar-Arab-LR");
  CHECK(LanguageTag::parse("en-lr")->str() == "en-LR");
  CHECK(LanguageTag::parse("en-150")->str() == "en-150");
}

TEST_CASE("anything that is not a language tag is refused") {
  for (const char* text : {"", "e", "english", "en_LR", "en-", "en-LR-Latn", "12", "fr-xx-yy"}) {
    CHECK_FALSE(LanguageTag::parse(text).ok());
  }
}

TEST_CASE("the script comes from the tag, else from the language's likely one") {
  CHECK(LanguageTag::of("vai").script() == "Vaii");
  CHECK(LanguageTag::of("vai-Latn").script() == "Latn");
  CHECK(LanguageTag::of("bsq").script() == "Bass");
  CHECK(LanguageTag::of("ff-Adlm-LR").script() == "Adlm");
  CHECK(LanguageTag::of("ff").script() == "Latn");
  CHECK(LanguageTag::of("en-LR").script() == "Latn");
  for (auto one : {std::pair{"hi", "Deva"},
                   {"bn", "Beng"},
                   {"my", "Mymr"},
                   {"ta", "Taml"},
                   {"km", "Khmr"},
                   {"ka", "Geor"},
                   {"chr", "Cher"},
                   {"ko", "Kore"},
                   {"ja", "Jpan"},
                   {"zh", "Hans"},
                   {"zh-TW", "Hant"},
                   {"zh-SG", "Hans"},
                   {"sr-Latn", "Latn"},
                   {"dv", "Thaa"},
                   {"mi", "Latn"}})
    CHECK_MESSAGE(LanguageTag::of(one.first).script() == one.second, one.first);
}

TEST_CASE("a tag of which nothing was said is undetermined, in Latin letters") {
  CHECK(LanguageTag() == LanguageTag::of("und"));
  CHECK(LanguageTag().language() == "und");
  CHECK(LanguageTag().script() == "Latn");
}

TEST_CASE("the direction follows the script") {
  for (const char* tag : {"ar", "nqo", "ff-Adlm", "en-Arab", "ur", "he", "dv", "syr", "rhg"}) {
    CHECK(LanguageTag::of(tag).direction() == Direction::right_to_left);
  }
  for (const char* tag : {"en", "vai", "bsq", "am", "ar-Latn", "hi", "zh", "mn-Mong"}) {
    CHECK(LanguageTag::of(tag).direction() == Direction::left_to_right);
  }
}

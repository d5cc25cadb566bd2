#include "kiosk/publish/font_search.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "kiosk/base/utf8.h"

using namespace kiosk;
using kiosk::publish::FontSearch;

namespace {

std::vector<char32_t> letters(std::string_view text) {
  std::vector<char32_t> all;
  for (size_t at = 0; at < text.size();) {
    const CodePoint next = code_point_at(text, at);
    all.push_back(next.value);
    at += next.size;
  }
  return all;
}

}  // namespace

TEST_CASE("a script gets its own upright Noto Sans in both weights, with package and language") {
  FontSearch search;
  CHECK(search.find(LanguageTag::of("hi"), letters("सहायता")).empty());
  CHECK(search.find(LanguageTag::of("ne"), letters("सहयोग")).empty());
  CHECK(search.find(LanguageTag::of("ta"), letters("உதவி")).empty());
  const std::vector<catalog::Font> fonts = search.fonts();
  REQUIRE(fonts.size() == 4);
  CHECK(fonts[0].script == "Deva");
  CHECK(fonts[0].weight == text::Weight::regular);
  CHECK(fonts[0].path == "/usr/share/fonts/truetype/noto/NotoSansDevanagari-Regular.ttf");
  CHECK(fonts[0].package == "fonts-noto-core");
  CHECK(fonts[0].languages == std::vector<LanguageTag>{LanguageTag::of("hi"), LanguageTag::of("ne")});
  CHECK(fonts[1].weight == text::Weight::bold);
  CHECK(fonts[1].path == "/usr/share/fonts/truetype/noto/NotoSansDevanagari-Bold.ttf");
  CHECK(fonts[2].path == "/usr/share/fonts/truetype/noto/NotoSansTamil-Regular.ttf");
}

TEST_CASE("a script of another language in a text is that script's, and a sign keeps no language away") {
  FontSearch search;
  CHECK(search.find(LanguageTag::of("en"), letters("ქართული")).empty());
  CHECK(search.find(LanguageTag::of("en"), letters("𝄞")).empty());
  const std::vector<catalog::Font> fonts = search.fonts();
  REQUIRE(fonts.size() >= 2);
  CHECK(fonts[0].script == "Geor");
  CHECK(fonts[0].languages == std::vector<LanguageTag>{LanguageTag::of("en")});
  CHECK(fonts.back().script == "Zsym");
  CHECK(fonts.back().languages.empty());
}

TEST_CASE("what no installed font draws comes back, with the package that has it where one does") {
  FontSearch search;
  const auto none = search.find(LanguageTag::of("en"), {0xFFFD, 0x1B, 0x10FFFF});
  REQUIRE(none.size() == 3);
  for (const publish::Undrawn& one : none) CHECK(one.package.empty());
  // Han is drawn where a font for it is installed, and else its package is named.
  const auto han = search.find(LanguageTag::of("zh"), {U'漢'});
  if (han.empty())
    CHECK(search.fonts().front().script == "Hans");
  else
    CHECK(han.front().package == "fonts-noto-cjk");
}

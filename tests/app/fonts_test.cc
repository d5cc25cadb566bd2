#include "kiosk/app/fonts.h"

#include <doctest/doctest.h>

#include "tests/support/memory_catalog.h"
#include "tests/support/source_path.h"

using namespace kiosk;

TEST_CASE("a language is offered where its font is installed, and not as empty boxes") {
  auto engine = text::Engine::create(test::source_path("assets/fonts.conf"));
  REQUIRE(engine.ok());
  test::MemoryCatalog content = test::small_catalog();
  content.own_languages.push_back({LanguageTag::of("hi"), "हिन्दी"});
  const size_t all = content.own_languages.size();
  catalog::Font font;
  font.script = "Deva";
  font.path = "/usr/share/fonts/truetype/noto/NotoSansDevanagari-Regular.ttf";
  font.languages = {LanguageTag::of("hi")};
  content.own_fonts = {font};
  app::fit_fonts(**engine, content);
  CHECK(content.own_languages.size() == all);
  CHECK((*engine)->uncovered("हिन्दी").empty());

  content.own_fonts.front().path = "/usr/share/fonts/no-such-font.ttf";
  app::fit_fonts(**engine, content);
  CHECK(content.own_languages.size() == all - 1);
  for (const catalog::Language& language : content.own_languages) CHECK((*engine)->uncovered(language.name).empty());
}

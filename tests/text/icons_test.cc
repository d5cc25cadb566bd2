#include "kiosk/text/icons.h"

#include <set>

#include "tests/text/text_fixture.h"

using namespace kiosk;
using namespace kiosk::text;

TEST_CASE_FIXTURE(TextFixture, "every icon in the table has a picture of its own in the packaged font") {
  std::set<char32_t> code_points;
  for (std::string_view name : icon_names()) {
    CAPTURE(name);
    auto icon = find_icon(name);
    REQUIRE(icon.has_value());
    CHECK(code_points.insert(icon->code_point).second);
    GlyphQuad quad = engine().icon(icon->code_point, 48);
    CHECK_FALSE(quad.empty);
  }
}

TEST_CASE_FIXTURE(TextFixture, "an icon stays inside the square it was asked for") {
  for (std::string_view name : icon_names()) {
    CAPTURE(name);
    GlyphQuad quad = engine().icon(find_icon(name)->code_point, 48);
    CHECK(quad.left >= -1);
    CHECK(quad.top >= -1);
    CHECK(quad.right <= 49);
    CHECK(quad.bottom <= 49);
  }
}

TEST_CASE("an icon that is not in the table is not found") {
  CHECK_FALSE(find_icon("").has_value());
  CHECK_FALSE(find_icon("flag").has_value());
  CHECK_FALSE(find_icon("phon").has_value());
  CHECK_FALSE(find_icon("phone2").has_value());
}

TEST_CASE("R91: arrows and lists turn round with the language, phones, clocks, check marks and media symbols do not") {
  for (auto name : {"arrow-left", "arrow-right", "chevron-left", "chevron-right", "keyboard-backspace", "exit-to-app",
                    "format-list-bulleted"}) {
    CAPTURE(name);
    CHECK(find_icon(name)->mirrored);
  }
  for (auto name :
       {"phone", "clock", "check", "checkbox-marked", "play", "pause", "replay", "skip-next", "volume-high", "qrcode",
        "chevron-up", "chevron-down", "magnify", "earth", "format-list-numbers", "playlist-check"}) {
    CAPTURE(name);
    CHECK_FALSE(find_icon(name)->mirrored);
  }
}

#include "kiosk/text/glyph_atlas.h"

#include <cmath>
#include <vector>

#include "tests/support/source_path.h"
#include "tests/text/text_fixture.h"

using namespace kiosk;
using namespace kiosk::text;

namespace {

class AtlasFixture {
 public:
  AtlasFixture() {
    auto list = read_font_list(test::source_path("assets/fonts.conf"));
    REQUIRE(list.ok());
    auto opened = FontSet::open(*list);
    REQUIRE(opened.ok());
    fonts_ = std::move(*opened);
  }

  GlyphQuad quad(GlyphAtlas& atlas, float size, uint32_t glyph) {
    return atlas.quad(fonts_->faces()[0], 0, size, glyph);
  }

  // The coverage that a quad shows.
  static std::vector<uint8_t> picture(const Atlas& atlas, const GlyphQuad& quad) {
    std::vector<uint8_t> result;
    long left = std::lround(quad.u0 * static_cast<float>(atlas.width)),
         right = std::lround(quad.u1 * static_cast<float>(atlas.width));
    long top = std::lround(quad.v0 * static_cast<float>(atlas.height)),
         bottom = std::lround(quad.v1 * static_cast<float>(atlas.height));
    for (long y = top; y < bottom; ++y) {
      for (long x = left; x < right; ++x) result.push_back(atlas.coverage[static_cast<size_t>(y * atlas.width + x)]);
    }
    return result;
  }

  // Glyphs 36 to 36 + 26 are letters of Noto Sans; sizes make them different pictures.
  static uint32_t letter(int number) { return 36 + static_cast<uint32_t>(number % 26); }

 protected:
  std::unique_ptr<FontSet> fonts_;
};

}  // namespace

TEST_CASE_FIXTURE(AtlasFixture, "a glyph is drawn once, at the size asked, and its rows are told as changed") {
  GlyphAtlas atlas;
  CHECK(atlas.atlas().dirty_top == atlas.atlas().dirty_bottom);
  GlyphQuad quad = this->quad(atlas, 40, letter(0));
  REQUIRE_FALSE(quad.empty);
  CHECK(quad.bottom - quad.top > 25);
  CHECK(quad.bottom - quad.top < 32);
  int top = static_cast<int>(std::lround(quad.v0 * static_cast<float>(atlas.atlas().height)));
  int bottom = static_cast<int>(std::lround(quad.v1 * static_cast<float>(atlas.atlas().height)));
  CHECK(atlas.atlas().dirty_top <= top);
  CHECK(atlas.atlas().dirty_bottom >= bottom);
  atlas.clear_dirty();
  GlyphQuad again = this->quad(atlas, 40, letter(0));
  CHECK(again.u0 == quad.u0);
  CHECK(again.v0 == quad.v0);
  CHECK(atlas.atlas().dirty_top == atlas.atlas().dirty_bottom);
}

TEST_CASE_FIXTURE(AtlasFixture, "a space and a size of nothing are empty") {
  GlyphAtlas atlas;
  uint32_t space = FT_Get_Char_Index(fonts_->faces()[0].file->raster, ' ');
  CHECK(quad(atlas, 40, space).empty);
  CHECK(quad(atlas, 0, letter(0)).empty);
  CHECK(quad(atlas, -5, letter(0)).empty);
  CHECK(quad(atlas, std::nanf(""), letter(0)).empty);
  CHECK(quad(atlas, 40, 1000000).empty);
}

TEST_CASE_FIXTURE(AtlasFixture, "when it grows every glyph is still the same picture, and none overlaps another") {
  GlyphAtlas atlas;
  constexpr int kCount = 1200;
  auto size_of = [](int number) { return 20 + static_cast<float>(number) / 20; };
  uint32_t revision = atlas.atlas().revision;
  for (int i = 0; i < kCount; ++i) quad(atlas, size_of(i), letter(i));
  CHECK(atlas.atlas().revision > revision);
  REQUIRE(atlas.atlas().width > GlyphAtlas::kFirstSize);
  CHECK(atlas.atlas().coverage.size() ==
        static_cast<size_t>(atlas.atlas().width) * static_cast<size_t>(atlas.atlas().height));

  revision = atlas.atlas().revision;
  std::vector<uint8_t> taken(atlas.atlas().coverage.size(), 0);
  bool overlap = false;
  for (int i = 0; i < kCount; ++i) {
    GlyphQuad grown = quad(atlas, size_of(i), letter(i));
    GlyphAtlas fresh;
    GlyphQuad alone = quad(fresh, size_of(i), letter(i));
    CHECK(grown.left == alone.left);
    CHECK(grown.bottom == alone.bottom);
    REQUIRE(picture(atlas.atlas(), grown) == picture(fresh.atlas(), alone));
    auto width = static_cast<float>(atlas.atlas().width), height = static_cast<float>(atlas.atlas().height);
    for (long y = std::lround(grown.v0 * height); y < std::lround(grown.v1 * height); ++y) {
      for (long x = std::lround(grown.u0 * width); x < std::lround(grown.u1 * width); ++x) {
        overlap |= taken[static_cast<size_t>(y * atlas.atlas().width + x)]++ != 0;
      }
    }
  }
  CHECK_FALSE(overlap);
  CHECK(atlas.atlas().revision == revision);
}

TEST_CASE_FIXTURE(AtlasFixture, "a full atlas starts over, says so, and the next frame finds its glyphs") {
  GlyphAtlas atlas;
  uint32_t revision = 0;
  bool cleared = false;
  for (int i = 0; i < 2000 && !cleared; ++i) {
    quad(atlas, 150 + static_cast<float>(i) / 30, letter(i));
    bool largest = atlas.atlas().width == GlyphAtlas::kLastSize && atlas.atlas().height == GlyphAtlas::kLastSize;
    if (largest && revision == 0) revision = atlas.atlas().revision;
    cleared = revision != 0 && atlas.atlas().revision != revision;
  }
  REQUIRE(cleared);
  CHECK(atlas.atlas().width == GlyphAtlas::kLastSize);
  CHECK(atlas.atlas().dirty_top == 0);
  CHECK(atlas.atlas().dirty_bottom == GlyphAtlas::kLastSize);
  GlyphAtlas fresh;
  CHECK(picture(atlas.atlas(), quad(atlas, 50, letter(3))) == picture(fresh.atlas(), quad(fresh, 50, letter(3))));
}

TEST_CASE_FIXTURE(AtlasFixture, "a glyph larger than the atlas is drawn smaller and stretched") {
  GlyphAtlas atlas;
  GlyphQuad small = quad(atlas, 500, letter(1)), large = quad(atlas, 8000, letter(1));
  CHECK(large.right - large.left > 15.5f * (small.right - small.left));
  CHECK(large.right - large.left < 16.5f * (small.right - small.left));
  CHECK(atlas.atlas().width <= GlyphAtlas::kLastSize);
}

#include "kiosk/text/engine.h"

#include <glib.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <unordered_set>

#include "kiosk/base/check.h"
#include "kiosk/base/utf8.h"
#include "kiosk/text/font_list.h"
#include "kiosk/text/font_set.h"
#include "kiosk/text/glyph_atlas.h"
#include "kiosk/text/layouter.h"

namespace kiosk::text {
namespace {

struct CachedParagraph {
  Paragraph paragraph;
  mutable uint64_t last_frame = 0;
};

// Looks a paragraph up by its request, without making a copy of the request first.
struct HashByRequest {
  using is_transparent = void;
  static void mix(size_t& hash, size_t value) { hash = (hash ^ value) * 0x9E3779B97F4A7C15u, hash ^= hash >> 32; }
  size_t operator()(const Request& request) const {
    size_t hash = std::hash<std::string_view>()(request.text);
    mix(hash, std::hash<std::string_view>()(request.language.str()));
    mix(hash, std::bit_cast<uint32_t>(request.width.value));
    mix(hash, std::bit_cast<uint32_t>(request.capital_height.value));
    mix(hash, static_cast<size_t>(request.direction) | static_cast<size_t>(request.weight) << 1 |
                  static_cast<size_t>(request.align) << 2 | request.parts.size() << 4 |
                  static_cast<size_t>(request.balanced) << 16);
    return hash;
  }
  size_t operator()(const CachedParagraph& cached) const { return (*this)(cached.paragraph.request); }
};
struct EqualByRequest {
  using is_transparent = void;
  bool operator()(const CachedParagraph& a, const Request& b) const { return a.paragraph.request == b; }
  bool operator()(const Request& a, const CachedParagraph& b) const { return a == b.paragraph.request; }
  bool operator()(const CachedParagraph& a, const CachedParagraph& b) const {
    return a.paragraph.request == b.paragraph.request;
  }
};

class PangoEngine final : public Engine {
 public:
  PangoEngine(std::vector<FontEntry> always, std::unique_ptr<FontSet> fonts)
      : always_(std::move(always)), fonts_(std::move(fonts)), layouter_(std::make_unique<Layouter>(*fonts_)) {}

  std::vector<FontEntry> use_fonts(const std::vector<FontEntry>& fonts) override {
    if (fonts == asked_) return missing_;
    missing_.clear();
    auto set = FontSet::open(always_, fonts, missing_);
    if (!set.ok()) return fonts;  // those that are always there have gone, but the open ones still draw
    asked_ = fonts;
    paragraphs_.clear();
    layouter_.reset();
    fonts_ = *std::move(set);
    layouter_ = std::make_unique<Layouter>(*fonts_);
    atlas_.clear();
    return missing_;
  }

  const Paragraph& layout(const Request& request) override {
    auto found = paragraphs_.find(request);
    if (found == paragraphs_.end()) {
      found = paragraphs_.insert({layouter_->layout(request), frame_}).first;
      missing_glyphs_ += static_cast<size_t>(std::ranges::count(found->paragraph.glyphs, uint32_t{0}, &Glyph::id));
    }
    found->last_frame = frame_;
    return found->paragraph;
  }

  GlyphQuad quad(uint16_t font, float size, uint32_t glyph) override {
    KIOSK_CHECK(font < fonts_->faces().size());
    return atlas_.quad(fonts_->faces()[font], font, size, glyph);
  }

  GlyphQuad icon(char32_t code_point, float size) override {
    uint16_t font = fonts_->icon_face();
    const Face& face = fonts_->faces()[font];
    GlyphQuad quad = atlas_.quad(face, font, size, FT_Get_Char_Index(face.file->raster, code_point));
    float baseline = std::round(face.file->ascent * size);
    quad.top += baseline, quad.bottom += baseline;
    return quad;
  }

  const Atlas& atlas() const override { return atlas_.atlas(); }
  void clear_dirty() override { atlas_.clear_dirty(); }

  void end_frame() override {
    ++frame_;
    std::erase_if(paragraphs_, [&](const CachedParagraph& cached) { return frame_ - cached.last_frame >= 2; });
  }

  std::string font_file(uint16_t font) const override {
    KIOSK_CHECK(font < fonts_->faces().size());
    return fonts_->faces()[font].file->entry.path.string();
  }

  size_t missing_glyphs() const override { return missing_glyphs_; }

  std::vector<char32_t> uncovered(std::string_view text) const override {
    std::vector<char32_t> result;
    std::unordered_set<char32_t> seen;
    for (size_t at = 0; at < text.size();) {
      const CodePoint next = code_point_at(text, at);
      const char32_t c = next.value;
      at += next.size;
      if (seen.insert(c).second && !needs_no_glyph(c) && (has_no_glyph(c) || !fonts_->covers(c))) result.push_back(c);
    }
    return result;
  }

 private:
  static bool needs_no_glyph(char32_t c) {
    bool variation_selector = (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
    return c == '\n' || c == '\r' || c == '\t' || variation_selector || g_unichar_type(c) == G_UNICODE_FORMAT;
  }

  // Even where a font has a picture for it: layout shows both as the replacement character.
  static bool has_no_glyph(char32_t c) { return c == 0xFFFD || g_unichar_type(c) == G_UNICODE_CONTROL; }

  std::vector<FontEntry> always_, asked_, missing_;
  std::unique_ptr<FontSet> fonts_;
  std::unique_ptr<Layouter> layouter_;
  GlyphAtlas atlas_;
  std::unordered_set<CachedParagraph, HashByRequest, EqualByRequest> paragraphs_;
  uint64_t frame_ = 0;
  size_t missing_glyphs_ = 0;
};

}  // namespace

Result<std::unique_ptr<Engine>> Engine::create(const std::filesystem::path& fonts_conf) {
  KIOSK_TRY(entries, read_font_list(fonts_conf));
  KIOSK_TRY(fonts, FontSet::open(entries));
  return std::unique_ptr<Engine>(std::make_unique<PangoEngine>(std::move(entries), std::move(fonts)));
}

}  // namespace kiosk::text

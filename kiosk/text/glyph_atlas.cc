#include "kiosk/text/glyph_atlas.h"

// Glyphs are packed in shelves: rows a little higher than the first glyph put on them. One panel shows a few sizes of
// text, so the glyphs on a shelf are of like height and little is lost; a packer that fills gaps better would also have
// to move glyphs that are already drawn. When the largest size is full everything is dropped and the next frame fills
// it again, which costs one slow frame; keeping what is used most would have to be paid for in every frame.

#include FT_OUTLINE_H

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

namespace kiosk::text {
namespace {

constexpr int kGap = 1;            // between pictures, so that bilinear filtering never mixes two
constexpr float kMaxRaster = 768;  // larger glyphs are drawn at half that size and stretched

}  // namespace

GlyphAtlas::GlyphAtlas() {
  atlas_.width = atlas_.height = kFirstSize;
  atlas_.coverage.assign(static_cast<size_t>(kFirstSize) * kFirstSize, 0);
}

size_t GlyphAtlas::KeyHash::operator()(const Key& key) const {
  uint64_t bits = (static_cast<uint64_t>(std::bit_cast<uint32_t>(key.size)) << 32) ^
                  (static_cast<uint64_t>(key.face) << 20) ^ key.glyph;
  bits *= 0x9E3779B97F4A7C15u;
  return bits ^ bits >> 29;
}

GlyphQuad GlyphAtlas::quad(const Face& face, uint16_t face_index, float size, uint32_t glyph) {
  if (!(size > 0)) return {};
  Key key{face_index, size, glyph};
  auto found = pictures_.find(key);
  if (found == pictures_.end()) {
    Picture picture = rasterize(face, size, glyph);
    found = pictures_.emplace(key, picture).first;
  }
  const Picture& p = found->second;
  if (p.width == 0) return {};
  float atlas_width = static_cast<float>(atlas_.width), atlas_height = static_cast<float>(atlas_.height);
  GlyphQuad quad;
  quad.left = p.left * p.scale;
  quad.top = p.top * p.scale;
  quad.right = (p.left + static_cast<float>(p.width)) * p.scale;
  quad.bottom = (p.top + static_cast<float>(p.height)) * p.scale;
  quad.u0 = static_cast<float>(p.x) / atlas_width;
  quad.v0 = static_cast<float>(p.y) / atlas_height;
  quad.u1 = static_cast<float>(p.x + p.width) / atlas_width;
  quad.v1 = static_cast<float>(p.y + p.height) / atlas_height;
  quad.empty = false;
  return quad;
}

GlyphAtlas::Picture GlyphAtlas::rasterize(const Face& face, float size, uint32_t glyph) {
  Picture picture;
  while (size > kMaxRaster) size /= 2, picture.scale *= 2;
  FT_Face raster = face.file->raster;
  FT_GlyphSlot slot = raster->glyph;
  // A word of the Koran can be one glyph twelve times as wide as high: smaller until it fits.
  for (;; size /= 2, picture.scale *= 2) {
    FT_F26Dot6 height = std::max<FT_F26Dot6>(1, std::lround(size * 64));
    if (FT_Set_Char_Size(raster, 0, height, 72, 72) != 0) return {};
    if (FT_Load_Glyph(raster, glyph, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP) != 0) return {};
    if (face.emboldened && slot->format == FT_GLYPH_FORMAT_OUTLINE) {
      FT_Pos grown = static_cast<FT_Pos>(static_cast<float>(height) * FontSet::kEmboldening);
      FT_Outline_Embolden(&slot->outline, 2 * grown);
      FT_Outline_Translate(&slot->outline, -grown, -grown);
    }
    if (FT_Render_Glyph(slot, FT_RENDER_MODE_NORMAL) != 0) return {};
    if (static_cast<int>(std::max(slot->bitmap.width, slot->bitmap.rows)) < kLastSize - 2 * kGap) break;
  }
  picture.width = static_cast<int>(slot->bitmap.width);
  picture.height = static_cast<int>(slot->bitmap.rows);
  if (picture.width == 0 || picture.height == 0) return {};
  picture.left = static_cast<float>(slot->bitmap_left);
  picture.top = static_cast<float>(-slot->bitmap_top);

  Place place = allocate(picture.width, picture.height);
  picture.x = place.x, picture.y = place.y;
  for (int row = 0; row < picture.height; ++row) {
    const unsigned char* from = slot->bitmap.buffer + static_cast<ptrdiff_t>(row) * slot->bitmap.pitch;
    size_t to = static_cast<size_t>(place.y + row) * static_cast<size_t>(atlas_.width) + static_cast<size_t>(place.x);
    std::memcpy(atlas_.coverage.data() + to, from, static_cast<size_t>(picture.width));
  }
  bool clean = atlas_.dirty_top == atlas_.dirty_bottom;
  atlas_.dirty_top = clean ? place.y : std::min(atlas_.dirty_top, place.y);
  atlas_.dirty_bottom = clean ? place.y + picture.height : std::max(atlas_.dirty_bottom, place.y + picture.height);
  return picture;
}

bool GlyphAtlas::find_place(int width, int height, Place& place) {
  width += kGap, height += kGap;
  Shelf* best = nullptr;
  for (Shelf& shelf : shelves_) {
    bool fits = shelf.height >= height && shelf.used + width <= atlas_.width;
    if (fits && (!best || shelf.height < best->height)) best = &shelf;
  }
  // A shelf much higher than the glyph is left to higher ones while there is room for a new one.
  int next = shelves_.empty() ? kGap : shelves_.back().y + shelves_.back().height;
  bool room_below = next + height <= atlas_.height && kGap + width <= atlas_.width;
  if (room_below && (!best || best->height > height + height / 2)) {
    shelves_.push_back({next, std::min(height + height / 8, atlas_.height - next), kGap});
    best = &shelves_.back();
  }
  if (!best) return false;
  place = {best->used, best->y};
  best->used += width;
  return true;
}

GlyphAtlas::Place GlyphAtlas::allocate(int width, int height) {
  Place place{};
  while (!find_place(width, height, place)) {
    if (!grow()) clear();
  }
  return place;
}

// Doubles the shorter side. Pictures keep their pixels, so that only texture coordinates change.
bool GlyphAtlas::grow() {
  if (atlas_.width == kLastSize && atlas_.height == kLastSize) return false;
  int width = atlas_.width > atlas_.height ? atlas_.width : atlas_.width * 2;
  int height = atlas_.width > atlas_.height ? atlas_.height * 2 : atlas_.height;
  std::vector<uint8_t> coverage(static_cast<size_t>(width) * static_cast<size_t>(height), 0);
  for (int row = 0; row < atlas_.height; ++row) {
    std::memcpy(coverage.data() + static_cast<size_t>(row) * static_cast<size_t>(width),
                atlas_.coverage.data() + static_cast<size_t>(row) * static_cast<size_t>(atlas_.width),
                static_cast<size_t>(atlas_.width));
  }
  atlas_.coverage = std::move(coverage);
  atlas_.width = width;
  atlas_.height = height;
  atlas_.dirty_top = 0;
  atlas_.dirty_bottom = height;
  ++atlas_.revision;
  return true;
}

void GlyphAtlas::clear() {
  pictures_.clear();
  shelves_.clear();
  std::fill(atlas_.coverage.begin(), atlas_.coverage.end(), 0);
  atlas_.dirty_top = 0;
  atlas_.dirty_bottom = atlas_.height;
  ++atlas_.revision;
}

void GlyphAtlas::clear_dirty() { atlas_.dirty_top = atlas_.dirty_bottom = 0; }

}  // namespace kiosk::text

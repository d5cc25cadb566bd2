#include "kiosk/ui/painter.h"

#include <imgui.h>
#include <algorithm>
#include <cmath>

#include "kiosk/text/icons.h"

namespace kiosk::ui {
namespace {

ImU32 packed(Colour colour) { return IM_COL32(colour.red, colour.green, colour.blue, 255); }
ImVec2 top_left(const Rect& at) { return {at.x, at.y}; }
ImVec2 bottom_right(const Rect& at) { return {at.right(), at.bottom()}; }

// Edges on whole pixels, so that hairlines are sharp and neighbours meet.
Rect snapped(const Rect& at) {
  float left = std::round(at.x), top = std::round(at.y);
  return {left, top, std::round(at.right()) - left, std::round(at.bottom()) - top};
}

void quad(ImDrawList& list, const text::GlyphQuad& glyph, float x, float y, ImU32 colour, bool mirrored) {
  if (glyph.empty) return;
  float u0 = mirrored ? glyph.u1 : glyph.u0, u1 = mirrored ? glyph.u0 : glyph.u1;
  list.PrimReserve(6, 4);
  list.PrimRectUV({x + glyph.left, y + glyph.top}, {x + glyph.right, y + glyph.bottom}, {u0, glyph.v0}, {u1, glyph.v1},
                  colour);
}

}  // namespace

void Painter::fill(const Rect& at, Colour colour, float radius) {
  if (silent()) return;
  Rect rect = snapped(place(at));
  list_->AddRectFilled(top_left(rect), bottom_right(rect), packed(colour), radius);
}

void Painter::fill_placed(const Rect& at, Colour colour) {
  if (silent()) return;
  Rect rect = snapped(at);
  list_->AddRectFilled(top_left(rect), bottom_right(rect), packed(colour));
}

void Painter::border(const Rect& at, Colour colour, float thickness, float radius) {
  border_placed(place(at), colour, thickness, radius);
}

void Painter::border_placed(const Rect& at, Colour colour, float thickness, float radius) {
  if (silent()) return;
  Rect rect = snapped(at).inset(thickness / 2);
  list_->AddRect(top_left(rect), bottom_right(rect), packed(colour), radius, 0, thickness);
}

void Painter::ring(float centre_x, float centre_y, float radius, float thickness, float part, Colour colour) {
  if (silent() || part <= 0) return;
  float x = place({centre_x, centre_y, 0, 0}).x;
  constexpr float kTurn = 6.28318531f, kTop = -kTurn / 4;
  float sweep = kTurn * std::min(part, 1.0f) * (mirrored() ? -1.0f : 1.0f);
  list_->PathArcTo({x, centre_y}, radius, kTop, kTop + sweep, 96);
  list_->PathStroke(packed(colour), 0, thickness);
}

void Painter::outline(const std::vector<std::pair<float, float>>& ring, Colour colour, float thickness) {
  if (silent()) return;
  for (const auto& [x, y] : ring) list_->PathLineTo({place({x, y, 0, 0}).x, y});
  list_->PathStroke(packed(colour), ImDrawFlags_Closed, thickness);
}

void Painter::text(const text::Paragraph& paragraph, const Rect& box, Colour colour) {
  if (silent()) return;
  Rect rect = place(box);
  ImVec2 clip_min = list_->GetClipRectMin(), clip_max = list_->GetClipRectMax();
  ImU32 tint = packed(colour);
  list_->PushTextureID(reinterpret_cast<ImTextureID>(atlas_texture_));
  for (const text::Run& run : paragraph.runs) {
    const text::Line& line = paragraph.lines[run.line];
    if (rect.y + line.bottom < clip_min.y || rect.y + line.top > clip_max.y) continue;
    for (uint32_t i = 0; i < run.glyph_count; ++i) {
      const text::Glyph& glyph = paragraph.glyphs[run.first_glyph + i];
      quad(*list_, engine_.quad(run.font, run.size, glyph.id), std::round(rect.x + glyph.x),
           std::round(rect.y + glyph.y), tint, false);
    }
  }
  list_->PopTextureID();
}

void Painter::icon(std::string_view name, const Rect& square, Colour colour) {
  auto icon = text::find_icon(name);
  if (silent() || !icon) return;
  Rect rect = place(square);
  text::GlyphQuad picture = engine_.icon(icon->code_point, square.height);
  list_->PushTextureID(reinterpret_cast<ImTextureID>(atlas_texture_));
  bool flip = mirrored() && icon->mirrored;
  if (flip)
    std::swap(picture.left, picture.right), picture.left = square.width - picture.left,
                                            picture.right = square.width - picture.right;
  quad(*list_, picture, std::round(rect.x), std::round(rect.y), packed(colour), flip);
  list_->PopTextureID();
}

void Painter::image(uintptr_t texture, const Rect& at, bool mirrored) {
  if (silent()) return;
  Rect rect = snapped(place(at));
  float start = mirrored ? 1.0f : 0.0f;
  list_->AddImage(reinterpret_cast<ImTextureID>(texture), top_left(rect), bottom_right(rect), {start, 0},
                  {1 - start, 1});
}

void Painter::code(const graphics::QrCode& code, const Rect& square, Colour dark) {
  if (silent()) return;
  Rect rect = place(square);
  float module = std::floor(square.width / static_cast<float>(code.size));
  float left = std::round(rect.x + (rect.width - module * static_cast<float>(code.size)) / 2), top = std::round(rect.y);
  for (int y = 0; y < code.size; ++y) {
    for (int x = 0; x < code.size; ++x) {
      if (!code.dark(x, y)) continue;
      ImVec2 corner{left + module * static_cast<float>(x), top + module * static_cast<float>(y)};
      list_->AddRectFilled(corner, {corner.x + module, corner.y + module}, packed(dark));
    }
  }
}

void Painter::moved(const Move& move, const std::function<void()>& draw) {
  if (silent()) return draw();
  int first = list_->VtxBuffer.Size;
  draw();
  float across = std::round(move.across);  // glyphs stay sharp
  float x = move.about.x + move.about.width / 2, y = move.about.y + move.about.height / 2;
  for (int i = first; i < list_->VtxBuffer.Size; ++i) {
    ImVec2& at = list_->VtxBuffer[i].pos;
    at = {x + (at.x - x) * move.scale + across, y + (at.y - y) * move.scale};
  }
}

void Painter::push_clip(const Rect& at) {
  if (!list_) return;
  Rect rect = snapped(at);
  list_->PushClipRect(top_left(rect), bottom_right(rect), true);
}

void Painter::pop_clip() {
  if (list_) list_->PopClipRect();
}

}  // namespace kiosk::ui

#include "kiosk/graphics/damage.h"

// The problem: without a graphics card every pixel costs, and most frames change a button or a ring.
// The choice: compare the triangles of this frame with those of the one before, which are exactly what is drawn, and
// redraw the box around those that differ. Nothing above needs to say what it has changed, so nothing can forget to.
// Rejected: widgets that report their damage; comparing pixels, which would mean drawing them.
// This breaks if a texture changes behind the same triangles: say so with forget().

#include <imgui.h>
#include <algorithm>
#include <cmath>

namespace kiosk::graphics {
namespace {

constexpr size_t kOldest = 4;  // no chain of buffers is longer

}  // namespace

PixelRect PixelRect::joined(const PixelRect& other) const {
  if (empty()) return other;
  if (other.empty()) return *this;
  return {std::min(left, other.left), std::min(top, other.top), std::max(right, other.right),
          std::max(bottom, other.bottom)};
}

PixelRect PixelRect::cut(const PixelRect& other) const {
  return {std::max(left, other.left), std::max(top, other.top), std::min(right, other.right),
          std::min(bottom, other.bottom)};
}

std::vector<Damage::Triangle> Damage::triangles_of(const ImDrawData& data, const PixelRect& all) {
  std::vector<Triangle> triangles;
  triangles.reserve(static_cast<size_t>(data.TotalIdxCount) / 3);
  for (int n = 0; n < data.CmdListsCount; ++n) {
    const ImDrawList& list = *data.CmdLists[n];
    for (const ImDrawCmd& command : list.CmdBuffer) {
      PixelRect clip{static_cast<int>(command.ClipRect.x), static_cast<int>(command.ClipRect.y),
                     static_cast<int>(command.ClipRect.z), static_cast<int>(command.ClipRect.w)};
      clip = clip.cut(all);
      const ImDrawIdx* index = list.IdxBuffer.Data + command.IdxOffset;
      for (unsigned i = 0; i + 2 < command.ElemCount; i += 3) {
        Triangle& triangle = triangles.emplace_back();
        triangle.clip = clip;
        triangle.texture = reinterpret_cast<uintptr_t>(command.TextureId);
        for (unsigned corner = 0; corner < 3; ++corner) {
          const ImDrawVert& vertex = list.VtxBuffer[static_cast<int>(command.VtxOffset) + index[i + corner]];
          triangle.corners[corner] = {vertex.pos.x, vertex.pos.y, vertex.uv.x, vertex.uv.y, vertex.col};
        }
      }
    }
  }
  return triangles;
}

PixelRect Damage::bounds(const Triangle& triangle) {
  const auto& [a, b, c] = triangle.corners;
  PixelRect box{
      static_cast<int>(std::floor(std::min({a.x, b.x, c.x}))), static_cast<int>(std::floor(std::min({a.y, b.y, c.y}))),
      static_cast<int>(std::ceil(std::max({a.x, b.x, c.x}))), static_cast<int>(std::ceil(std::max({a.y, b.y, c.y})))};
  return box.cut(triangle.clip);
}

// What both frames draw first, and what both draw last, is the same on the screen: only what lies between can differ.
PixelRect Damage::difference(const std::vector<Triangle>& now) const {
  auto [old_first, new_first] = std::mismatch(before_.begin(), before_.end(), now.begin(), now.end());
  auto [old_last, new_last] = std::mismatch(before_.rbegin(), std::make_reverse_iterator(old_first), now.rbegin(),
                                            std::make_reverse_iterator(new_first));
  PixelRect box;
  for (auto it = old_first; it != old_last.base(); ++it) box = box.joined(bounds(*it));
  for (auto it = new_first; it != new_last.base(); ++it) box = box.joined(bounds(*it));
  return box;
}

PixelRect Damage::next(const ImDrawData& data, int width, int height, int age) {
  PixelRect all{0, 0, width, height};
  std::vector<Triangle> now = triangles_of(data, all);
  if (all != all_) changes_.clear();
  bool known = !changes_.empty();
  changes_.push_front(known ? difference(now) : all);
  if (changes_.size() > kOldest) changes_.pop_back();
  all_ = all;
  before_ = std::move(now);
  if (age < 1 || static_cast<size_t>(age) > changes_.size()) return all;
  PixelRect region;
  for (int i = 0; i < age; ++i) region = region.joined(changes_[static_cast<size_t>(i)]);
  return region;
}

void Damage::forget() { changes_.clear(); }

}  // namespace kiosk::graphics

// What changes from frame to frame: a pressed tile, a ring that shrinks. Software drawing costs by the pixel, so a
// frame draws only where it differs from what the buffer it is drawn into already holds.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <vector>

struct ImDrawData;

namespace kiosk::graphics {

// Whole pixels from the top left corner.
struct PixelRect {
  int left = 0, top = 0, right = 0, bottom = 0;

  bool empty() const { return right <= left || bottom <= top; }
  PixelRect joined(const PixelRect& other) const;
  PixelRect cut(const PixelRect& other) const;
  bool operator==(const PixelRect&) const = default;
};

class Damage {
 public:
  // Takes note of the next frame, of `width` x `height` px, and returns a rectangle outside of which it draws exactly
  // what a buffer already has that holds the frame of `age` frames ago (1: the one before this). 0: nothing is known of
  // the buffer.
  PixelRect next(const ImDrawData& data, int width, int height, int age);

  // Textures have changed behind the same triangles: the next frame differs everywhere.
  void forget();

 private:
  struct Corner {
    float x, y, u, v;
    uint32_t colour;
    bool operator==(const Corner&) const = default;
  };
  struct Triangle {
    std::array<Corner, 3> corners;
    PixelRect clip;
    uintptr_t texture;
    bool operator==(const Triangle&) const = default;
  };
  static std::vector<Triangle> triangles_of(const ImDrawData& data, const PixelRect& all);
  static PixelRect bounds(const Triangle& triangle);
  PixelRect difference(const std::vector<Triangle>& now) const;

  std::vector<Triangle> before_;
  PixelRect all_;
  std::deque<PixelRect> changes_;  // the newest first; as many as a buffer can be old
};

}  // namespace kiosk::graphics

// One picture that holds every glyph drawn so far, one coverage byte a pixel. It grows, and when it cannot grow any
// more it starts over. Asks FreeType for a glyph at its first use. UI thread.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "kiosk/text/engine.h"
#include "kiosk/text/font_set.h"

namespace kiosk::text {

class GlyphAtlas {
 public:
  GlyphAtlas();

  // Around the glyph's origin on the baseline.
  GlyphQuad quad(const Face& face, uint16_t face_index, float size, uint32_t glyph);

  const Atlas& atlas() const { return atlas_; }
  void clear_dirty();

  // Forgets every picture: after it, an index stands for another face.
  void clear();

  static constexpr int kFirstSize = 512, kLastSize = 2048;

 private:
  struct Key {
    uint16_t face;
    float size;
    uint32_t glyph;
    bool operator==(const Key&) const = default;
  };
  struct KeyHash {
    size_t operator()(const Key& key) const;
  };
  struct Picture {  // of a glyph: where it is in the atlas, in pixels, and round its origin
    int x = 0, y = 0, width = 0, height = 0;
    float left = 0, top = 0, scale = 1;
  };
  struct Shelf {
    int y, height, used;
  };
  struct Place {
    int x, y;
  };

  Picture rasterize(const Face& face, float size, uint32_t glyph);
  Place allocate(int width, int height);
  bool find_place(int width, int height, Place& place);
  bool grow();

  Atlas atlas_;
  std::vector<Shelf> shelves_;
  std::unordered_map<Key, Picture, KeyHash> pictures_;
};

}  // namespace kiosk::text

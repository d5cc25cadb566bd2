// Lays out text with Pango and keeps the glyphs that were ever drawn in one atlas.
// Belongs to the UI thread. Pango, HarfBuzz and FreeType are known in this folder only.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/text/font_list.h"
#include "kiosk/text/paragraph.h"

namespace kiosk::text {

// Where a glyph's picture is in the atlas, and where it goes relative to the glyph's origin.
struct GlyphQuad {
  float left = 0, top = 0, right = 0, bottom = 0;  // pixels from the origin, y downwards
  float u0 = 0, v0 = 0, u1 = 0, v1 = 0;            // texture coordinates, 0..1
  bool empty = true;                               // a space: nothing to draw
};

// One coverage byte a pixel, rows from the top. `revision` changes when a quad handed out earlier is no longer valid
// (the atlas grew or was cleared): draw the frame again.
struct Atlas {
  int width = 0, height = 0;
  std::vector<uint8_t> coverage;
  uint32_t revision = 0;
  // Rows [dirty_top, dirty_bottom) changed since clear_dirty().
  int dirty_top = 0, dirty_bottom = 0;
};

class Engine {
 public:
  // Uses only the fonts that `fonts_conf` names (its form: assets/fonts.conf). Error: Code::not_found or invalid; the
  // message names the missing package or the wrong line.
  static Result<std::unique_ptr<Engine>> create(const std::filesystem::path& fonts_conf);
  virtual ~Engine() = default;

  // From now on uses these as well, behind those of fonts.conf and in place of what an earlier call named: the fonts
  // that one catalog needs. Gives back those that cannot be opened, and does without them. Ends what layout(), quad()
  // and icon() gave; not for use while a frame is drawn.
  virtual std::vector<FontEntry> use_fonts(const std::vector<FontEntry>& fonts) = 0;

  // Cached by the whole request; the reference holds until end_frame() is called twice without asking again.
  virtual const Paragraph& layout(const Request& request) = 0;

  // The picture of a glyph; rasterized at its first use. Sub-pixel positions are rounded to whole pixels by the caller.
  virtual GlyphQuad quad(uint16_t font, float size, uint32_t glyph) = 0;

  // An icon of the packaged icon font by its code point (icons.h): same atlas. `size` is the side of its square in
  // pixels; here the origin is the square's top left corner. Mirroring is the caller's: it swaps u0 and u1.
  virtual GlyphQuad icon(char32_t code_point, float size) = 0;

  virtual const Atlas& atlas() const = 0;
  virtual void clear_dirty() = 0;
  virtual void end_frame() = 0;

  // File of a font in the list, for tests against hb-shape. REQUIRES: font is that of a run.
  virtual std::string font_file(uint16_t font) const = 0;

  // How many glyphs no font had, in all paragraphs that were laid out so far: for the check of content, which also sees
  // what uncovered() cannot, a letter that has a glyph and a mark over it that the same font lacks.
  virtual size_t missing_glyphs() const = 0;

  // The code points of `text` that no shipped font has a glyph for, each once, in order of appearance (R93). Invalid
  // UTF-8 counts as U+FFFD; that and control characters are never covered, line ends, tabs and invisible format
  // characters always are.
  virtual std::vector<char32_t> uncovered(std::string_view text) const = 0;
};

}  // namespace kiosk::text

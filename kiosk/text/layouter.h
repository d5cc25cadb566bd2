// One request into one paragraph, by Pango: itemization, bidi, shaping and line breaking are its; line boxes, alignment
// and byte offsets into the request's own text are ours. Keeps nothing between calls but Pango's objects. UI thread.
#pragma once

#include <pango/pango.h>

#include <vector>

#include "kiosk/text/font_set.h"
#include "kiosk/text/paragraph.h"
#include "kiosk/text/prepared_text.h"

namespace kiosk::text {

class Layouter {
 public:
  explicit Layouter(const FontSet& fonts);  // `fonts` must outlive it
  ~Layouter();
  Layouter(const Layouter&) = delete;
  Layouter& operator=(const Layouter&) = delete;

  Paragraph layout(const Request& request);

 private:
  // How far the ink of a piece may reach from its baseline, and its largest em.
  struct Metrics {
    float em = 0, ascent = 0, descent = 0;
    void include(const Metrics& other);
  };
  // Runs side by side: x from the left end, y from the baseline.
  struct Piece {
    std::vector<Run> runs;
    std::vector<Glyph> glyphs;
    float width = 0;
    Metrics metrics;
    void append(const Piece& other);
  };

  // Hands `stretch` to Pango; it breaks at `width`, or never if that is 0.
  void set_text(const Request& request, const Stretch& stretch, PangoAttrList* attributes, Direction direction,
                float width);
  Piece piece_of_run(const PangoGlyphItem& item, const Stretch& stretch) const;
  Piece island(const Request& request, const Stretch& stretch);
  Piece line_of(PangoLayoutLine* line, const PreparedText& prepared, const std::vector<Piece>& islands) const;
  void add_line(Paragraph& paragraph, PangoLayoutLine* line, const PreparedText& prepared,
                const std::vector<Piece>& islands) const;
  Metrics language_metrics(const Request& request) const;
  bool broke_word(const PreparedText& prepared) const;
  // Lets lines end earlier, as far as it costs no further line and breaks no word, until the last one is long enough.
  void balance(const PreparedText& prepared, float width);
  void keep_last_words_together(int lines, float width);

  const FontSet& fonts_;
  PangoFontMap* map_ = nullptr;
  PangoContext* context_ = nullptr;
  PangoLayout* layout_ = nullptr;
};

}  // namespace kiosk::text

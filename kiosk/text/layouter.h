// One request into one paragraph, by Pango: itemization, bidi, shaping and line breaking are its; line boxes, alignment
// and byte offsets into the request's own text are ours. Keeps nothing between calls but Pango's objects. UI thread.
#pragma once

#include <pango/pango.h>

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
  struct Metrics {
    float em = 0, ascent = 0, descent = 0;
  };

  void set_up(const Request& request, const PreparedText& prepared);
  Metrics language_metrics(const Request& request) const;
  void append_line(Paragraph& paragraph, PangoLayoutLine* line, const PreparedText& prepared);
  // Appends one run that begins at x and returns where it ends; `metrics` grows to hold it.
  float append_run(Paragraph& paragraph, const PangoGlyphItem& item, const PreparedText& prepared, float x,
                   Metrics& metrics);
  bool broke_word(const PreparedText& prepared) const;

  const FontSet& fonts_;
  PangoFontMap* map_ = nullptr;
  PangoContext* context_ = nullptr;
  PangoLayout* layout_ = nullptr;
};

}  // namespace kiosk::text

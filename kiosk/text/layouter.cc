#include "kiosk/text/layouter.h"

#include <algorithm>
#include <cmath>

#include "kiosk/text/pango_fonts.h"

namespace kiosk::text {
namespace {

// Pango counts in 1/1024 px in an int: wider or larger than this it would overflow, and no screen is.
constexpr float kMaxPixels = 100000, kMaxCapital = 4000;

float to_pixels(int pango_units) { return static_cast<float>(pango_units) / PANGO_SCALE; }
int to_pango(float pixels) { return static_cast<int>(std::lround(pixels * PANGO_SCALE)); }

std::string iso_15924(guint8 script) {
  guint32 tag = g_unicode_script_to_iso15924(static_cast<GUnicodeScript>(script));
  std::string code;
  for (int shift = 24; shift >= 0; shift -= 8) code += static_cast<char>(tag >> shift & 0xFF);
  return code;
}

bool is_vai(char32_t c) { return c >= 0xA500 && c <= 0xA63F; }

PangoAttribute* over(PangoAttribute* attribute, ByteRange range) {
  attribute->start_index = range.begin;
  attribute->end_index = range.end;
  return attribute;
}

}  // namespace

Layouter::Layouter(const FontSet& fonts) : fonts_(fonts), map_(create_font_map(fonts)) {
  context_ = pango_font_map_create_context(map_);
  pango_context_set_round_glyph_positions(context_, FALSE);
  layout_ = pango_layout_new(context_);
  pango_layout_set_auto_dir(layout_, FALSE);
  pango_layout_set_wrap(layout_, PANGO_WRAP_WORD_CHAR);
}

Layouter::~Layouter() {
  g_object_unref(layout_);
  g_object_unref(context_);
  g_object_unref(map_);
}

void Layouter::set_up(const Request& request, const PreparedText& prepared) {
  bool right_to_left = request.direction == Direction::right_to_left;
  pango_context_set_base_dir(context_, right_to_left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  pango_context_set_language(context_, pango_language_from_string(request.language.str().c_str()));
  pango_layout_context_changed(layout_);

  PangoFontDescription* font = pango_font_description_new();
  pango_font_description_set_weight(font, request.weight == Weight::bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_absolute_size(font, to_pango(std::clamp(request.capital_height.value, 0.0f, kMaxCapital)));
  pango_layout_set_font_description(layout_, font);
  pango_font_description_free(font);

  PangoAttrList* attributes = pango_attr_list_new();
  for (ByteRange range : prepared.bold) {
    pango_attr_list_change(attributes, over(pango_attr_weight_new(PANGO_WEIGHT_BOLD), range));
  }
  for (ByteRange range : prepared.isolates) {
    pango_attr_list_insert(attributes, over(pango_attr_allow_breaks_new(FALSE), range));
  }
  pango_layout_set_attributes(layout_, attributes);
  pango_attr_list_unref(attributes);

  float width = std::min(request.width.value, kMaxPixels);
  pango_layout_set_width(layout_, width > 0 ? to_pango(width) : -1);
  pango_layout_set_text(layout_, prepared.text.data(), static_cast<int>(prepared.text.size()));
}

// An empty line is as high as one in the language's own script, and none is lower.
Layouter::Metrics Layouter::language_metrics(const Request& request) const {
  float capital = std::clamp(request.capital_height.value, 0.0f, kMaxCapital);
  Metrics metrics;
  std::vector<uint16_t> order = fonts_.order(request.language.script(), request.weight);
  std::string script = request.language.script();
  for (uint16_t index : order) {
    const FontFile& file = *fonts_.faces()[index].file;
    if (index != order.front() && file.entry.script != script) continue;
    float em = capital * file.em_per_capital;
    metrics.em = std::max(metrics.em, em);
    metrics.ascent = std::max(metrics.ascent, file.ascent * em);
    metrics.descent = std::max(metrics.descent, file.descent * em);
  }
  return metrics;
}

float Layouter::append_run(Paragraph& paragraph, const PangoGlyphItem& item, const PreparedText& prepared, float x,
                           Metrics& metrics) {
  const PangoAnalysis& analysis = item.item->analysis;
  uint32_t begin = static_cast<uint32_t>(item.item->offset);
  Run run;
  run.font = face_of(analysis.font);
  run.size = em_of(analysis.font);
  run.direction = analysis.level % 2 ? Direction::right_to_left : Direction::left_to_right;
  run.script = iso_15924(analysis.script);
  run.first_glyph = static_cast<uint32_t>(paragraph.glyphs.size());
  run.begin = prepared.origin[begin];
  run.end = prepared.origin[begin + static_cast<uint32_t>(item.item->length)];
  run.line = static_cast<uint32_t>(paragraph.lines.size());

  for (int i = 0; i < item.glyphs->num_glyphs; ++i) {
    const PangoGlyphInfo& info = item.glyphs->glyphs[i];
    if (info.glyph != PANGO_GLYPH_EMPTY) {
      uint32_t at = begin + static_cast<uint32_t>(item.glyphs->log_clusters[i]);
      Glyph glyph;
      glyph.id = info.glyph & PANGO_GLYPH_UNKNOWN_FLAG ? 0 : info.glyph;
      glyph.x = x + to_pixels(info.geometry.x_offset);
      glyph.y = to_pixels(info.geometry.y_offset);  // from the baseline, which is not known yet
      glyph.byte = prepared.origin[at];
      glyph.code_point = decode(std::string_view(prepared.text).substr(at)).code_point;
      paragraph.glyphs.push_back(glyph);
    }
    x += to_pixels(info.geometry.width);
  }
  run.glyph_count = static_cast<uint32_t>(paragraph.glyphs.size()) - run.first_glyph;
  if (run.glyph_count == 0) return x;

  PangoRectangle ink;
  pango_glyph_string_extents(item.glyphs, analysis.font, &ink, nullptr);
  const FontFile& file = *fonts_.faces()[run.font].file;
  metrics.em = std::max(metrics.em, run.size);
  metrics.ascent = std::max({metrics.ascent, file.ascent * run.size, -to_pixels(ink.y)});
  metrics.descent = std::max({metrics.descent, file.descent * run.size, to_pixels(ink.y + ink.height)});
  paragraph.runs.push_back(std::move(run));
  return x;
}

void Layouter::append_line(Paragraph& paragraph, PangoLayoutLine* pango_line, const PreparedText& prepared) {
  const Request& request = paragraph.request;
  Metrics metrics = language_metrics(request);
  size_t first_run = paragraph.runs.size(), first_glyph = paragraph.glyphs.size();
  float x = 0;
  for (GSList* node = pango_line->runs; node; node = node->next) {
    x = append_run(paragraph, *static_cast<PangoGlyphItem*>(node->data), prepared, x, metrics);
  }

  Line line;
  line.width = x;
  line.top = paragraph.height;
  // Whole pixels: a line and all that stands below it keep their shapes wherever the paragraph is put.
  float ascent = std::ceil(metrics.ascent), descent = std::ceil(metrics.descent);
  float height = std::max(std::ceil(metrics.em * request.line_height), ascent + descent);
  line.baseline = line.top + std::floor((height - ascent - descent) / 2) + ascent;
  line.bottom = line.top + height;
  line.begin = prepared.origin[static_cast<uint32_t>(pango_line->start_index)];
  line.end = prepared.origin[static_cast<uint32_t>(pango_line->start_index + pango_line->length)];
  for (size_t i = first_glyph; i < paragraph.glyphs.size(); ++i) paragraph.glyphs[i].y += line.baseline;
  for (size_t i = first_run; i < paragraph.runs.size(); ++i) {
    paragraph.runs[i].line = static_cast<uint32_t>(paragraph.lines.size());
  }
  paragraph.height = line.bottom;
  paragraph.width = std::max(paragraph.width, line.width);
  paragraph.lines.push_back(line);
}

bool Layouter::broke_word(const PreparedText& prepared) const {
  int count = 0;
  const PangoLogAttr* attributes = pango_layout_get_log_attrs_readonly(layout_, &count);
  std::string_view text = prepared.text;
  uint32_t byte = 0;
  int character = 0;
  char32_t before = 0;
  for (GSList* node = pango_layout_get_lines_readonly(layout_); node; node = node->next) {
    auto* line = static_cast<PangoLayoutLine*>(node->data);
    while (byte < static_cast<uint32_t>(line->start_index)) {
      Decoded decoded = decode(text.substr(byte));
      before = decoded.code_point;
      byte += decoded.size;
      ++character;
    }
    if (byte == 0 || byte >= text.size() || line->is_paragraph_start) continue;
    // Vai that is written without spaces may break behind any syllable (R94).
    bool between_syllables = is_vai(before) && is_vai(decode(text.substr(byte)).code_point);
    if (character < count && !attributes[character].is_line_break && !between_syllables) return true;
  }
  return false;
}

Paragraph Layouter::layout(const Request& request) {
  PreparedText prepared = prepare(request.text, request.parts);
  set_up(request, prepared);
  Paragraph paragraph{request, 0, 0, {}, {}, {}, false};
  for (GSList* node = pango_layout_get_lines_readonly(layout_); node; node = node->next) {
    append_line(paragraph, static_cast<PangoLayoutLine*>(node->data), prepared);
  }

  // A hundredth of a pixel is Pango's rounding, not a line too wide.
  float width = request.width.value;
  paragraph.broke_word = width > 0 && (paragraph.width > width + 0.01f || broke_word(prepared));

  float room = width > 0 ? width : paragraph.width;
  bool to_the_right = (request.align == Align::start) == (request.direction == Direction::right_to_left);
  for (Line& line : paragraph.lines) {
    float rest = room - line.width;
    line.x = request.align == Align::center ? rest / 2 : to_the_right ? rest : 0;
  }
  for (const Run& run : paragraph.runs) {
    for (uint32_t i = 0; i < run.glyph_count; ++i) paragraph.glyphs[run.first_glyph + i].x += paragraph.lines[run.line].x;
  }
  return paragraph;
}

}  // namespace kiosk::text

#include "kiosk/text/layouter.h"

#include <algorithm>
#include <cmath>

#include "kiosk/base/utf8.h"
#include "kiosk/text/pango_fonts.h"

namespace kiosk::text {
namespace {

// Pango counts in 1/1024 px in an int: wider or larger than this it would overflow, and no screen is.
constexpr float kMaxPixels = 100000, kMaxCapital = 4000;

// Ink may reach this far beyond the outline: half a pixel because glyphs are put on whole pixels, and what
// the rasterizer's own rounding adds. Rounded up to whole pixels afterwards, no row of a glyph is ever outside its
// line.
constexpr float kInkSlack = 0.55f;

// Of the width: a last line shorter than this looks lost, and one of that length does not.
constexpr float kShortLine = 0.25f, kLongEnough = 0.35f;

float to_pixels(int pango_units) { return static_cast<float>(pango_units) / PANGO_SCALE; }
int to_pango(float pixels) { return static_cast<int>(std::lround(pixels * PANGO_SCALE)); }
float capital_of(const Request& request) { return std::clamp(request.capital_height.value, 0.0f, kMaxCapital); }

// Of a script whose words are not parted by spaces, and that Pango has no dictionary of (R94: Vai).
bool is_unspaced(char32_t c) {
  return (c >= 0xA500 && c <= 0xA63F) || g_unichar_break_type(c) == G_UNICODE_BREAK_COMPLEX_CONTEXT;
}

std::string iso_15924(guint8 script) {
  guint32 tag = g_unicode_script_to_iso15924(static_cast<GUnicodeScript>(script));
  std::string code;
  for (int shift = 24; shift >= 0; shift -= 8) code += static_cast<char>(tag >> shift & 0xFF);
  return code;
}

void insert(PangoAttrList* attributes, PangoAttribute* attribute, ByteRange range) {
  attribute->start_index = range.begin;
  attribute->end_index = range.end;
  pango_attr_list_insert(attributes, attribute);
}

// The attributes that make the bold ranges of `stretch` bold. Owner: the caller.
PangoAttrList* bold_attributes(const Stretch& stretch) {
  PangoAttrList* attributes = pango_attr_list_new();
  for (ByteRange range : stretch.bold) insert(attributes, pango_attr_weight_new(PANGO_WEIGHT_BOLD), range);
  return attributes;
}

// Where Pango finds no room for a whole word it looks for a break between characters, and fails an assertion if that
// is missing where the word could be broken: it lets a line end before a mark that follows a space, but not the
// character. Such text gets no breaks inside words; it may stick out.
bool may_break_words(const std::string& text) {
  std::vector<PangoLogAttr> breaks(static_cast<size_t>(g_utf8_strlen(text.data(), static_cast<gssize>(text.size()))) +
                                   1);
  pango_get_log_attrs(text.data(), static_cast<int>(text.size()), -1, pango_language_get_default(), breaks.data(),
                      static_cast<int>(breaks.size()));
  return std::none_of(breaks.begin(), breaks.end() - 1,
                      [](const PangoLogAttr& at) { return at.is_line_break && !at.is_char_break; });
}

}  // namespace

void Layouter::Metrics::include(const Metrics& other) {
  em = std::max(em, other.em);
  ascent = std::max(ascent, other.ascent);
  descent = std::max(descent, other.descent);
}

void Layouter::Piece::append(const Piece& other) {
  uint32_t first = static_cast<uint32_t>(glyphs.size());
  for (Run run : other.runs) {
    run.first_glyph += first;
    runs.push_back(std::move(run));
  }
  for (Glyph glyph : other.glyphs) {
    glyph.x += width;
    glyphs.push_back(glyph);
  }
  width += other.width;
  metrics.include(other.metrics);
}

Layouter::Layouter(const FontSet& fonts) : fonts_(fonts), map_(create_font_map(fonts)) {
  context_ = pango_font_map_create_context(map_);
  pango_context_set_round_glyph_positions(context_, FALSE);
  layout_ = pango_layout_new(context_);
  pango_layout_set_auto_dir(layout_, FALSE);
}

Layouter::~Layouter() {
  g_object_unref(layout_);
  g_object_unref(context_);
  g_object_unref(map_);
}

void Layouter::set_text(const Request& request, const Stretch& stretch, PangoAttrList* attributes, Direction direction,
                        float width) {
  bool right_to_left = direction == Direction::right_to_left;
  pango_context_set_base_dir(context_, right_to_left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  pango_context_set_language(context_, pango_language_from_string(request.language.str().c_str()));
  pango_layout_context_changed(layout_);

  PangoFontDescription* font = pango_font_description_new();
  pango_font_description_set_weight(font, request.weight == Weight::bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_absolute_size(font, to_pango(capital_of(request)));
  pango_layout_set_font_description(layout_, font);
  pango_font_description_free(font);

  pango_layout_set_attributes(layout_, attributes);
  bool breaks = width > 0;
  pango_layout_set_width(layout_, breaks ? to_pango(std::min(width, kMaxPixels)) : -1);
  bool words_too = breaks && may_break_words(stretch.text);
  pango_layout_set_wrap(layout_, words_too ? PANGO_WRAP_WORD_CHAR : PANGO_WRAP_WORD);
  pango_layout_set_text(layout_, stretch.text.data(), static_cast<int>(stretch.text.size()));
}

Layouter::Piece Layouter::piece_of_run(const PangoGlyphItem& item, const Stretch& stretch) const {
  const PangoAnalysis& analysis = item.item->analysis;
  uint32_t begin = static_cast<uint32_t>(item.item->offset);
  Run run;
  run.font = face_of(analysis.font);
  run.size = em_of(analysis.font);
  run.direction = analysis.level % 2 ? Direction::right_to_left : Direction::left_to_right;
  run.script = iso_15924(analysis.script);
  run.begin = stretch.origin[begin];
  run.end = stretch.origin[begin + static_cast<uint32_t>(item.item->length)];

  Piece piece;
  for (int i = 0; i < item.glyphs->num_glyphs; ++i) {
    const PangoGlyphInfo& info = item.glyphs->glyphs[i];
    uint32_t at = begin + static_cast<uint32_t>(item.glyphs->log_clusters[i]);
    if (info.glyph != PANGO_GLYPH_EMPTY) {
      Glyph glyph;
      glyph.id = info.glyph & PANGO_GLYPH_UNKNOWN_FLAG ? 0 : info.glyph;
      glyph.x = piece.width + to_pixels(info.geometry.x_offset);
      glyph.y = to_pixels(info.geometry.y_offset);
      glyph.byte = stretch.origin[at];
      glyph.code_point = code_point_at(stretch.text, at).value;
      piece.glyphs.push_back(glyph);
    }
    piece.width += to_pixels(info.geometry.width);
  }
  if (piece.glyphs.empty()) return piece;

  PangoRectangle ink;
  pango_glyph_string_extents(item.glyphs, analysis.font, &ink, nullptr);
  const FontFile& file = *fonts_.faces()[run.font].file;
  piece.metrics = {run.size, std::max(file.ascent * run.size, -to_pixels(ink.y) + kInkSlack),
                   std::max(file.descent * run.size, to_pixels(ink.y + ink.height) + kInkSlack)};
  run.glyph_count = static_cast<uint32_t>(piece.glyphs.size());
  piece.runs.push_back(std::move(run));
  return piece;
}

// An isolated part: left to right, on one line, whatever is around it.
Layouter::Piece Layouter::island(const Request& request, const Stretch& stretch) {
  PangoAttrList* attributes = bold_attributes(stretch);
  set_text(request, stretch, attributes, Direction::left_to_right, 0);
  pango_attr_list_unref(attributes);
  return line_of(pango_layout_get_line_readonly(layout_, 0), PreparedText{stretch, {}}, {});
}

Layouter::Piece Layouter::line_of(PangoLayoutLine* line, const PreparedText& prepared,
                                  const std::vector<Piece>& islands) const {
  Piece piece;
  for (GSList* node = line->runs; node; node = node->next) {
    const auto& item = *static_cast<PangoGlyphItem*>(node->data);
    uint32_t at = static_cast<uint32_t>(item.item->offset);
    auto found = std::lower_bound(prepared.islands.begin(), prepared.islands.end(), at,
                                  [](const Island& island, uint32_t byte) { return island.at < byte; });
    bool is_island = found != prepared.islands.end() && found->at == at;
    piece.append(is_island ? islands[static_cast<size_t>(found - prepared.islands.begin())]
                           : piece_of_run(item, prepared));
  }
  return piece;
}

// An empty line is as high as one in the language's own script, and none is lower.
Layouter::Metrics Layouter::language_metrics(const Request& request) const {
  Metrics metrics;
  std::string script = request.language.script();
  for (uint16_t index : fonts_.order(script, request.weight)) {
    const FontFile& file = *fonts_.faces()[index].file;
    if (file.entry.script != "Latn" && file.entry.script != script) continue;
    float em = capital_of(request) * file.em_per_capital;
    metrics.include({em, file.ascent * em, file.descent * em});
  }
  return metrics;
}

void Layouter::add_line(Paragraph& paragraph, PangoLayoutLine* pango_line, const PreparedText& prepared,
                        const std::vector<Piece>& islands) const {
  const Request& request = paragraph.request;
  Piece piece = line_of(pango_line, prepared, islands);
  piece.metrics.include(language_metrics(request));

  Line line;
  line.width = piece.width;
  line.top = paragraph.height;
  // Whole pixels: a line and everything below it keep their shapes wherever the paragraph is put.
  float ascent = std::ceil(piece.metrics.ascent), descent = std::ceil(piece.metrics.descent);
  float height = std::max(std::ceil(piece.metrics.em * request.line_height), ascent + descent);
  line.baseline = line.top + std::floor((height - ascent - descent) / 2) + ascent;
  line.bottom = line.top + height;
  line.begin = prepared.origin[static_cast<uint32_t>(pango_line->start_index)];
  line.end = prepared.origin[static_cast<uint32_t>(pango_line->start_index + pango_line->length)];

  for (Run& run : piece.runs) {
    run.first_glyph += static_cast<uint32_t>(paragraph.glyphs.size());
    run.line = static_cast<uint32_t>(paragraph.lines.size());
    paragraph.runs.push_back(std::move(run));
  }
  for (Glyph& glyph : piece.glyphs) {
    glyph.y += line.baseline;
    paragraph.glyphs.push_back(glyph);
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
      const CodePoint next = code_point_at(text, byte);
      before = next.value;
      byte += static_cast<uint32_t>(next.size);
      ++character;
    }
    if (byte == 0 || byte >= text.size() || line->is_paragraph_start) continue;
    bool between_syllables = is_unspaced(before) && is_unspaced(code_point_at(text, byte).value);
    if (character < count && !attributes[character].is_line_break && !between_syllables) return true;
  }
  return false;
}

void Layouter::balance(const PreparedText& prepared, float width) {
  int lines = pango_layout_get_line_count(layout_);
  auto last_line = [&] {
    PangoRectangle logical;
    pango_layout_line_get_extents(pango_layout_get_line_readonly(layout_, lines - 1), nullptr, &logical);
    return to_pixels(logical.width);
  };
  if (lines < 2 || last_line() >= kShortLine * width || broke_word(prepared)) return;
  // Narrower lines do not always make the last one longer: the best of those tried is taken.
  float widest = width, narrowest = width / 2, best = width, longest = last_line();
  while (widest - narrowest > 1) {
    float tried = (widest + narrowest) / 2;
    pango_layout_set_width(layout_, to_pango(tried));
    bool fits = pango_layout_get_line_count(layout_) == lines && !broke_word(prepared);
    (fits ? widest : narrowest) = tried;
    if (fits && last_line() > longest) best = tried, longest = last_line();
    if (longest >= kLongEnough * width) break;
  }
  pango_layout_set_width(layout_, to_pango(best));
  if (longest < kShortLine * width) keep_last_words_together(lines, width);
}

// The last resort: the last two words of the text stay on one line, if that makes no more lines.
void Layouter::keep_last_words_together(int lines, float width) {
  const std::string_view text = pango_layout_get_text(layout_);
  size_t last = text.rfind(' '), before = last == 0 || last == text.npos ? text.npos : text.rfind(' ', last - 1);
  if (before == text.npos) return;
  PangoAttrList* was = pango_attr_list_ref(pango_layout_get_attributes(layout_));
  PangoAttrList* own = pango_attr_list_copy(was);
  PangoAttribute* whole = pango_attr_allow_breaks_new(FALSE);
  whole->start_index = static_cast<guint>(before + 1);
  whole->end_index = static_cast<guint>(text.size());
  pango_attr_list_insert(own, whole);
  const int narrow = pango_layout_get_width(layout_);
  pango_layout_set_attributes(layout_, own);
  pango_layout_set_width(layout_, to_pango(width));
  if (pango_layout_get_line_count(layout_) != lines) {
    pango_layout_set_attributes(layout_, was);
    pango_layout_set_width(layout_, narrow);
  }
  pango_attr_list_unref(own);
  pango_attr_list_unref(was);
}

Paragraph Layouter::layout(const Request& request) {
  PreparedText prepared = prepare(request.text, request.parts);
  std::vector<Piece> islands;
  for (const Island& isolated : prepared.islands) islands.push_back(island(request, isolated.stretch));

  PangoAttrList* attributes = bold_attributes(prepared);
  for (size_t i = 0; i < islands.size(); ++i) {
    PangoRectangle room{0, 0, to_pango(islands[i].width), 0};
    uint32_t at = prepared.islands[i].at;
    insert(attributes, pango_attr_shape_new(&room, &room), {at, at + 3});
  }
  set_text(request, prepared, attributes, request.direction, request.width.value);
  pango_attr_list_unref(attributes);
  if (request.balanced && request.width.value > 0) balance(prepared, std::min(request.width.value, kMaxPixels));

  Paragraph paragraph{request, 0, 0, {}, {}, {}, false};
  for (GSList* node = pango_layout_get_lines_readonly(layout_); node; node = node->next) {
    add_line(paragraph, static_cast<PangoLayoutLine*>(node->data), prepared, islands);
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
    for (uint32_t i = 0; i < run.glyph_count; ++i)
      paragraph.glyphs[run.first_glyph + i].x += paragraph.lines[run.line].x;
  }
  return paragraph;
}

}  // namespace kiosk::text

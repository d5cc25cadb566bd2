// A paragraph of visitor-facing text, laid out: what goes where, in pixels from its top left corner.
// A value made by text::Engine; positions are final, drawing only copies them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "kiosk/base/language_tag.h"
#include "kiosk/base/units.h"

namespace kiosk::text {

enum class Weight { regular, bold };
enum class Align { start, center, end };  // start is the side where the paragraph's language begins

// A part of the text that differs from the rest. It is bold if the part or the request is.
struct Part {
  size_t begin = 0, end = 0;  // bytes, [begin, end)
  Weight weight = Weight::regular;
  bool isolate = false;  // laid out left to right, unbroken, apart from what surrounds it: phone numbers, addresses

  bool operator==(const Part&) const = default;
};

struct Request {
  std::string text;  // UTF-8; '\n' breaks the line
  LanguageTag language;
  Direction direction = Direction::left_to_right;  // base direction: of the language, unless a screen decides otherwise
  Px capital_height{0};  // of a Latin capital; other scripts are scaled to match it optically (R34)
  Weight weight = Weight::regular;
  Align align = Align::start;
  float line_height = 1.5f;  // of the font size; a line is never lower than its script's ink
  Px width{0};               // lines break at this width; 0: never
  std::vector<Part> parts = {};
  bool balanced = false;  // no last line of a word or two, where the same lines could share their words better

  bool operator==(const Request&) const = default;
};

struct Glyph {
  uint32_t id = 0;          // in the run's font; never 0 (.notdef) for text that passed the content check
  float x = 0, y = 0;       // origin on the baseline
  uint32_t byte = 0;        // where in the text its cluster begins
  char32_t code_point = 0;  // first of its cluster
};

struct Run {
  uint16_t font = 0;  // index in the engine's list of fonts
  float size = 0;     // em in pixels
  Direction direction = Direction::left_to_right;
  std::string script;  // ISO 15924
  uint32_t first_glyph = 0, glyph_count = 0;
  uint32_t begin = 0, end = 0;  // bytes
  uint32_t line = 0;
};

struct Line {
  float x = 0, width = 0;  // of what is written, without spaces at the end
  float top = 0, baseline = 0, bottom = 0;
  uint32_t begin = 0, end = 0;  // bytes
};

struct Paragraph {
  Request request;
  float width = 0;   // the widest line
  float height = 0;  // all lines
  std::vector<Line> lines;
  std::vector<Run> runs;      // in visual order, line by line
  std::vector<Glyph> glyphs;  // of all runs
  // A line had to break inside a word, or an isolated part sticks out, because it is wider than the paragraph.
  // Never set for a break between two syllables of Vai, Khmer or another script written without spaces (R94).
  bool broke_word = false;
};

}  // namespace kiosk::text

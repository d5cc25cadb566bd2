#include "kiosk/ui/phone_number.h"

#include <algorithm>

namespace kiosk::ui {
namespace {

struct Digits {
  std::string text;
  std::vector<text::Part> parts;  // one a line: each is laid out left to right
};

Digits on_one_line(const std::string& display) { return {display, {{0, display.size(), text::Weight::bold, true}}}; }

// As few lines as hold the groups within `width`.
Digits on_lines(Frame& frame, const std::string& display, const TextStyle& style, float width) {
  std::string all, line;
  auto flush = [&] {
    if (!all.empty()) all += '\n';
    all += line;
    line.clear();
  };
  for (size_t begin = 0; begin < display.size();) {
    size_t end = std::min(display.find(' ', begin), display.size());
    std::string group = display.substr(begin, end - begin);
    std::string longer = line.empty() ? group : line + " " + group;
    if (!line.empty() && frame.lay(longer, style, 0, on_one_line(longer).parts).width > width) {
      flush();
      line = group;
    } else {
      line = longer;
    }
    begin = end + 1;
  }
  flush();
  Digits digits{all, {}};
  for (size_t begin = 0; begin <= all.size();) {
    size_t end = std::min(all.find('\n', begin), all.size());
    digits.parts.push_back({begin, end, text::Weight::bold, true});
    begin = end + 1;
  }
  return digits;
}

}  // namespace

float draw_phone_number(Frame& frame, const PhoneNumber& number, Mm capital, const Rect& box) {
  TextStyle style{.capital = capital, .weight = text::Weight::bold, .line_height = 1.3f, .scale = 1};
  Digits digits = on_lines(frame, number.display, style, box.width);
  const text::Paragraph& paragraph = frame.lay(digits.text, style, box.width, digits.parts);
  accessibility::Node& node =
      frame.node(accessibility::Role::phone, number.id, number.display, {box.x, box.y, box.width, paragraph.height});
  node.spoken = number.name;
  if (!frame.measuring()) {
    accessibility::Phone phone{number.dial, number.display, {}};
    Rect place = frame.painter().place(box);
    for (const text::Run& run : paragraph.runs) {
      for (uint32_t i = run.first_glyph; i < run.first_glyph + run.glyph_count; ++i) {
        const text::Glyph& glyph = paragraph.glyphs[i];
        text::GlyphQuad quad = frame.painter().engine().quad(run.font, run.size, glyph.id);
        phone.glyphs.push_back({glyph.code_point,
                                {place.x + glyph.x + quad.left, place.y + glyph.y + quad.top, quad.right - quad.left,
                                 quad.bottom - quad.top}});
      }
    }
    node.phone = std::move(phone);
  }
  return frame.text(paragraph, {box.x, box.y, box.width, paragraph.height}, style);
}

}  // namespace kiosk::ui

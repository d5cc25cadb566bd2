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

constexpr float kAbove = 0.16f;  // a line of digits, times their height

// The paragraph with its lines as close as digits allow.
text::Paragraph close_lines(const text::Paragraph& laid, float capital) {
  text::Paragraph close = laid;
  std::vector<float> moved;
  for (size_t i = 0; i < close.lines.size(); ++i) {
    text::Line& line = close.lines[i];
    float top = static_cast<float>(i) * kDigitPitch * capital, baseline = top + (1 + kAbove) * capital;
    moved.push_back(baseline - line.baseline);
    line.top = top, line.baseline = baseline, line.bottom = top + kDigitPitch * capital;
  }
  for (const text::Run& run : close.runs)
    for (uint32_t i = run.first_glyph; i < run.first_glyph + run.glyph_count; ++i) close.glyphs[i].y += moved[run.line];
  close.height = static_cast<float>(close.lines.size()) * kDigitPitch * capital;
  return close;
}

TextStyle digit_style(Mm capital, text::Align align) {
  return {.capital = capital, .weight = text::Weight::bold, .line_height = 1, .align = align, .scale = 1};
}

// The widths of the groups and of a space, at a height of 10 mm; others are in proportion.
struct Groups {
  std::vector<float> widths;
  float space = 0;

  // How many lines they need in `room`, or 0 where one group alone is wider.
  int lines_in(float room) const {
    int lines = 1;
    float used = 0;
    for (float width : widths) {
      if (width > room) return 0;
      float longer = used > 0 ? used + space + width : width;
      if (longer > room) ++lines, longer = width;
      used = longer;
    }
    return lines;
  }
};

constexpr float kProbe = 10, kStep = 0.25f, kSafe = 0.985f;

Groups measure_groups(Frame& frame, const std::string& display) {
  TextStyle style = digit_style(Mm{kProbe}, text::Align::start);
  auto wide = [&](const std::string& words) { return frame.lay(words, style, 0, on_one_line(words).parts).width; };
  Groups groups;
  groups.space = wide("0 0") - 2 * wide("0");
  for (size_t begin = 0; begin < display.size();) {
    size_t end = std::min(display.find(' ', begin), display.size());
    groups.widths.push_back(wide(display.substr(begin, end - begin)));
    begin = end + 1;
  }
  return groups;
}

Mm fitting_height(Frame& frame, const std::string& display, const DigitSize& size, float width) {
  if (size.most.value <= size.least.value) return size.least;
  Groups groups = measure_groups(frame, display);
  auto lines = [&](float height) { return groups.lines_in(width * kSafe * kProbe / height); };
  int fewest = lines(size.least.value);
  if (fewest == 0) return size.least;
  float height = size.most.value;
  while (height > size.least.value && lines(height) != fewest) height -= kStep;
  return Mm{std::max(height, size.least.value)};
}

std::vector<accessibility::PhoneGlyph> glyphs_of(Frame& frame, const text::Paragraph& paragraph, const Rect& at) {
  std::vector<accessibility::PhoneGlyph> all;
  Rect place = frame.painter().place(at);
  for (const text::Run& run : paragraph.runs) {
    for (uint32_t i = run.first_glyph; i < run.first_glyph + run.glyph_count; ++i) {
      const text::Glyph& glyph = paragraph.glyphs[i];
      text::GlyphQuad quad = frame.painter().engine().quad(run.font, run.size, glyph.id);
      all.push_back({glyph.code_point,
                     {place.x + glyph.x + quad.left, place.y + glyph.y + quad.top, quad.right - quad.left,
                      quad.bottom - quad.top}});
    }
  }
  return all;
}

// How far what is seen of the glyphs lies left of the middle of the place.
float to_middle(const std::vector<accessibility::PhoneGlyph>& glyphs, const Rect& place) {
  float left = place.right(), right = place.x;
  for (const accessibility::PhoneGlyph& glyph : glyphs) {
    if (glyph.rect.width <= 0) continue;
    left = std::min(left, glyph.rect.x), right = std::max(right, glyph.rect.right());
  }
  return right > left ? place.x + place.width / 2 - (left + right) / 2 : 0;
}

}  // namespace

float draw_phone_number(Frame& frame, const PhoneNumber& number, const DigitSize& size, const Rect& box) {
  Mm capital = fitting_height(frame, number.display, size, box.width);
  TextStyle style = digit_style(capital, size.align);
  Digits digits = on_lines(frame, number.display, style, box.width * kSafe);
  text::Paragraph paragraph =
      close_lines(frame.lay(digits.text, style, box.width, digits.parts), frame.mm(capital.value));
  accessibility::Node& node =
      frame.node(accessibility::Role::phone, number.id, number.display, {box.x, box.y, box.width, paragraph.height});
  node.spoken = number.name;
  Rect at{box.x, box.y, box.width, paragraph.height};
  if (!frame.measuring()) {
    accessibility::Phone phone{number.dial, number.display, glyphs_of(frame, paragraph, at)};
    // A 1 has more air at its side than a 9: in the middle is what is seen.
    if (size.align == text::Align::center) {
      float moved = to_middle(phone.glyphs, frame.painter().place(at));
      for (accessibility::PhoneGlyph& glyph : phone.glyphs) glyph.rect.x += moved;
      at.x += frame.painter().mirrored() ? -moved : moved;
    }
    node.phone = std::move(phone);
  }
  return frame.text(paragraph, at, style);
}

float draw_phone_number(Frame& frame, const PhoneNumber& number, Mm capital, const Rect& box) {
  return draw_phone_number(frame, number, DigitSize{capital, capital}, box);
}

Box phone_box(PhoneNumber number, DigitSize size) {
  Box box;
  auto widest_group = [=](Frame& frame) {
    float widest = 0;
    for (float width : measure_groups(frame, number.display).widths) widest = std::max(widest, width);
    return widest * size.least.value / kProbe + 1;
  };
  box.height = [=](Frame& frame, float width) {
    return frame.measure([&] { return draw_phone_number(frame, number, size, {0, 0, width, 0}); });
  };
  box.least = widest_group;
  box.natural = [=](Frame& frame) {
    Groups groups = measure_groups(frame, number.display);
    float wide = groups.space * static_cast<float>(groups.widths.size() - 1);
    for (float width : groups.widths) wide += width;
    return wide * size.least.value / (kProbe * kSafe) + 1;
  };
  box.draw = [=](Frame& frame, const Rect& at) { draw_phone_number(frame, number, size, at); };
  return box;
}

}  // namespace kiosk::ui

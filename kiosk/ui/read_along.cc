#include "kiosk/ui/read_along.h"

#include <algorithm>

namespace kiosk::ui {

std::optional<std::pair<size_t, size_t>> find_heard(std::string_view shown, const Heard& heard) {
  if (heard.begin >= heard.end || heard.end > heard.text.size()) return std::nullopt;
  // A number is shown in lines where it is said in groups: the same bytes, but for the breaks.
  auto same = [](char a, char b) { return a == b || (a == '\n' && b == ' '); };
  if (shown.size() == heard.text.size() && std::equal(shown.begin(), shown.end(), heard.text.begin(), same)) {
    return std::pair(heard.begin, heard.end);
  }
  std::string_view words = std::string_view(heard.text).substr(heard.begin, heard.end - heard.begin);
  if (size_t at = shown.find(words); at != std::string_view::npos) return std::pair(at, at + words.size());
  // "1. " is said before a step and shown on its plate.
  if (!shown.empty() && words.find(shown) != std::string_view::npos) return std::pair(size_t{0}, shown.size());
  return std::nullopt;
}

std::vector<Rect> marks_of(const text::Paragraph& paragraph, std::pair<size_t, size_t> bytes) {
  auto [begin, end] = bytes;
  std::vector<Rect> marks;
  for (uint32_t number = 0; number < paragraph.lines.size(); ++number) {
    const text::Line& line = paragraph.lines[number];
    if (line.end <= begin || line.begin >= end) continue;
    // Glyphs are given by where they begin: each reaches as far as the next one to its right.
    std::vector<std::pair<float, bool>> starts;
    for (const text::Run& run : paragraph.runs) {
      if (run.line != number) continue;
      for (uint32_t i = run.first_glyph; i < run.first_glyph + run.glyph_count; ++i) {
        const text::Glyph& glyph = paragraph.glyphs[i];
        starts.push_back({glyph.x, glyph.byte >= begin && glyph.byte < end});
      }
    }
    std::stable_sort(starts.begin(), starts.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    float left = line.x + line.width, right = line.x;
    for (size_t i = 0; i < starts.size(); ++i) {
      if (!starts[i].second) continue;
      left = std::min(left, starts[i].first);
      right = std::max(right, i + 1 < starts.size() ? starts[i + 1].first : line.x + line.width);
    }
    left = std::max(left, line.x);
    right = std::min(right, line.x + line.width);
    if (right > left) marks.push_back({left, line.top, right - left, line.bottom - line.top});
  }
  return marks;
}

}  // namespace kiosk::ui

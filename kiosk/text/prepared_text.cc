#include "kiosk/text/prepared_text.h"

#include <algorithm>

#include "kiosk/base/utf8.h"

namespace kiosk::text {
namespace {

constexpr char32_t kReplacement = 0xFFFD, kObject = 0xFFFC;

bool is_direction_control(char32_t c) {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}
bool is_line_end(char32_t c) { return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029; }
bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

// The isolates of `parts` within the text: in order, none empty, none overlapping.
std::vector<ByteRange> isolates_of(const std::vector<Part>& parts, size_t text_size) {
  std::vector<ByteRange> ranges;
  for (const Part& part : parts) {
    size_t end = std::min(part.end, text_size);
    if (part.isolate && part.begin < end) {
      ranges.push_back({static_cast<uint32_t>(part.begin), static_cast<uint32_t>(end)});
    }
  }
  std::sort(ranges.begin(), ranges.end(), [](ByteRange a, ByteRange b) { return a.begin < b.begin; });
  std::vector<ByteRange> result;
  for (ByteRange range : ranges) {
    if (result.empty() || range.begin >= result.back().end) result.push_back(range);
  }
  return result;
}

void append(Stretch& stretch, char32_t c, size_t from) {
  append_utf8(stretch.text, c);
  stretch.origin.resize(stretch.text.size(), static_cast<uint32_t>(from));
}

// Pango would put spaces at the end that do not fit on a line of their own, and count several as part of the word.
void drop_spaces(Stretch& stretch) {
  while (!stretch.text.empty() && stretch.text.back() == ' ') stretch.text.pop_back(), stretch.origin.pop_back();
}

void append_outside(Stretch& stretch, char32_t c, size_t from) {
  if (is_line_end(c)) {
    drop_spaces(stretch);
    append(stretch, U'\n', from);
  } else if (c == U' ' || c == U'\t') {
    if (stretch.text.empty() || stretch.text.back() != ' ') append(stretch, U' ', from);
  } else {
    append(stretch, is_control(c) ? kReplacement : c, from);
  }
}

void append_inside(Stretch& stretch, char32_t c, size_t from) {
  if (is_direction_control(c)) return;
  append(stretch, is_line_end(c) || c == '\t' ? U' ' : is_control(c) ? kReplacement : c, from);
}

// Closes a stretch that ends before the request's byte `end`, and finds in it what is bold.
void finish(Stretch& stretch, size_t end, const std::vector<Part>& parts) {
  stretch.origin.push_back(static_cast<uint32_t>(end));
  auto at = [&](size_t byte) {
    auto found = std::lower_bound(stretch.origin.begin(), stretch.origin.end() - 1, byte);
    return static_cast<uint32_t>(found - stretch.origin.begin());
  };
  for (const Part& part : parts) {
    if (part.weight != Weight::bold || part.begin >= part.end) continue;
    ByteRange range{at(part.begin), at(part.end)};
    if (range.begin < range.end) stretch.bold.push_back(range);
  }
}

}  // namespace

PreparedText prepare(std::string_view text, const std::vector<Part>& parts) {
  PreparedText result;
  result.text.reserve(text.size());
  result.origin.reserve(text.size() + 1);
  std::vector<ByteRange> isolates = isolates_of(parts, text.size());
  auto isolate = isolates.begin();

  for (size_t at = 0; at < text.size();) {
    bool begins = isolate != isolates.end() && at >= isolate->begin;
    if (begins) {
      result.islands.push_back({static_cast<uint32_t>(result.text.size()), {}});
      append(result, kObject, at);
    }
    Stretch& stretch = begins ? result.islands.back().stretch : result;
    size_t end = begins ? isolate->end : at + 1;
    while (at < std::min(end, text.size())) {
      const CodePoint next = code_point_at(text, at);
      if (text.substr(at, 2) == "\r\n") {
        // One line end: the '\n' counts.
      } else if (begins) {
        append_inside(stretch, next.value, at);
      } else {
        append_outside(stretch, next.value, at);
      }
      at += next.size;
    }
    if (begins) finish(stretch, at, parts), ++isolate;
  }
  drop_spaces(result);
  finish(result, text.size(), parts);
  return result;
}

}  // namespace kiosk::text

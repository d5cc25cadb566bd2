#include "kiosk/text/prepared_text.h"

#include <algorithm>
#include <array>

namespace kiosk::text {
namespace {

constexpr char32_t kReplacement = 0xFFFD, kIsolateLeftToRight = 0x2066, kPopIsolate = 0x2069;

bool is_direction_control(char32_t c) {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}
bool is_line_end(char32_t c) { return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029; }
bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

void append_utf8(std::string& text, char32_t c) {
  auto byte = [&](char32_t bits) { text += static_cast<char>(static_cast<unsigned char>(bits)); };
  if (c < 0x80) {
    byte(c);
  } else if (c < 0x800) {
    byte(0xC0 | c >> 6), byte(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    byte(0xE0 | c >> 12), byte(0x80 | (c >> 6 & 0x3F)), byte(0x80 | (c & 0x3F));
  } else {
    byte(0xF0 | c >> 18), byte(0x80 | (c >> 12 & 0x3F)), byte(0x80 | (c >> 6 & 0x3F)), byte(0x80 | (c & 0x3F));
  }
}

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

class Preparation {
 public:
  explicit Preparation(PreparedText& result) : result_(result) {}

  void append(char32_t c, size_t from) {
    append_utf8(result_.text, c);
    result_.origin.resize(result_.text.size(), static_cast<uint32_t>(from));
  }
  uint32_t size() const { return static_cast<uint32_t>(result_.text.size()); }

 private:
  PreparedText& result_;
};

// Where the request's bytes [begin, end) stand in the prepared text.
ByteRange prepared_range(const std::vector<uint32_t>& origin, size_t begin, size_t end) {
  auto at = [&](size_t byte) {
    return static_cast<uint32_t>(std::lower_bound(origin.begin(), origin.end(), byte) - origin.begin());
  };
  return {at(begin), at(end)};
}

}  // namespace

Decoded decode(std::string_view text) {
  constexpr Decoded kInvalid{kReplacement, 1, false};
  auto at = [&](size_t i) -> char32_t { return static_cast<unsigned char>(text[i]); };
  char32_t first = at(0);
  if (first < 0x80) return {first, 1, true};
  uint32_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || text.size() < size) return kInvalid;
  char32_t code_point = first & (0x7Fu >> size);
  for (size_t i = 1; i < size; ++i) {
    if ((at(i) & 0xC0) != 0x80) return kInvalid;
    code_point = code_point << 6 | (at(i) & 0x3F);
  }
  constexpr std::array<char32_t, 5> kLeast{0, 0, 0x80, 0x800, 0x10000};
  bool surrogate = code_point >= 0xD800 && code_point < 0xE000;
  if (code_point < kLeast[size] || code_point > 0x10FFFF || surrogate) return kInvalid;
  return {code_point, size, true};
}

PreparedText prepare(std::string_view text, const std::vector<Part>& parts) {
  PreparedText result;
  result.text.reserve(text.size() + 8 * parts.size());
  result.origin.reserve(text.size() + 8 * parts.size() + 1);
  Preparation out(result);
  std::vector<ByteRange> isolates = isolates_of(parts, text.size());
  auto isolate = isolates.begin();
  bool inside = false;

  for (size_t at = 0; at < text.size();) {
    if (inside && at >= isolate->end) {
      out.append(kPopIsolate, at);
      result.isolates.back().end = out.size();
      inside = false, ++isolate;
    }
    if (!inside && isolate != isolates.end() && at >= isolate->begin) {
      result.isolates.push_back({out.size(), 0});
      out.append(kIsolateLeftToRight, at);
      inside = true;
    }
    auto [c, size, valid] = decode(text.substr(at));
    if (c == '\r' && at + 1 < text.size() && text[at + 1] == '\n') {
      ++at;
      continue;
    }
    if (is_line_end(c)) {
      out.append(inside ? U' ' : U'\n', at);
    } else if (c == '\t') {
      out.append(U' ', at);
    } else if (is_control(c)) {
      out.append(kReplacement, at);
    } else if (!(inside && is_direction_control(c))) {
      out.append(c, at);
    }
    at += size;
  }
  if (inside) {
    out.append(kPopIsolate, text.size());
    result.isolates.back().end = out.size();
  }
  result.origin.push_back(static_cast<uint32_t>(text.size()));
  for (const Part& part : parts) {
    if (part.weight != Weight::bold || part.begin >= part.end) continue;
    ByteRange range = prepared_range(result.origin, part.begin, part.end);
    if (range.begin < range.end) result.bold.push_back(range);
  }
  return result;
}

}  // namespace kiosk::text

#include "kiosk/publish/repository/printable.h"

#include <algorithm>
#include <cstdio>
#include <iterator>

#include "kiosk/base/utf8.h"

namespace kiosk::publish {
namespace {

struct Range {
  char32_t first, last;
};

// Unicode's categories Cc, Cf, Co, Zl and Zp; letters that are drawn as nothing; strokes and rings over what stands
// before them; variation selectors; noncharacters at the end.
constexpr Range kNotShown[] = {{0x0000, 0x001F},   {0x007F, 0x009F},   {0x00AD, 0x00AD},   {0x0335, 0x0338},
                               {0x034F, 0x034F},   {0x0600, 0x0605},   {0x061C, 0x061C},   {0x06DD, 0x06DD},
                               {0x070F, 0x070F},   {0x0890, 0x0891},   {0x08E2, 0x08E2},   {0x115F, 0x1160},
                               {0x17B4, 0x17B5},   {0x180B, 0x180F},   {0x200B, 0x200F},   {0x2028, 0x202E},
                               {0x2060, 0x206F},   {0x20D0, 0x20F0},   {0x2800, 0x2800},   {0x3164, 0x3164},
                               {0xE000, 0xF8FF},   {0xFDD0, 0xFDEF},   {0xFE00, 0xFE0F},   {0xFEFF, 0xFEFF},
                               {0xFFA0, 0xFFA0},   {0xFFF0, 0xFFFF},   {0x110BD, 0x110BD}, {0x110CD, 0x110CD},
                               {0x13430, 0x1345F}, {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A}, {0xE0000, 0x10FFFF}};

constexpr Range kBlanks[] = {{0x0020, 0x0020}, {0x00A0, 0x00A0}, {0x1680, 0x1680}, {0x2000, 0x200A},
                             {0x202F, 0x202F}, {0x205F, 0x205F}, {0x3000, 0x3000}};

constexpr size_t kBlanksShown = 2;

template <size_t N>
bool among(const Range (&ranges)[N], char32_t c) {
  return std::any_of(std::begin(ranges), std::end(ranges),
                     [c](const Range& range) { return c >= range.first && c <= range.last; });
}

void put_blanks(std::string& line, size_t& blanks) {
  if (blanks > kBlanksShown) {
    line += "<" + std::to_string(blanks) + " blanks>";
  } else {
    line.append(blanks, ' ');
  }
  blanks = 0;
}

}  // namespace

std::string printable(std::string_view text) {
  std::string line;
  size_t blanks = 0;
  for (size_t at = 0; at < text.size();) {
    const size_t begin = at;
    const auto c = next_code_point(text, at);
    if (c && among(kBlanks, *c)) {
      ++blanks;
      continue;
    }
    put_blanks(line, blanks);
    if (!c) {
      for (char byte : text.substr(begin, at - begin)) {
        char name[16];
        std::snprintf(name, sizeof name, "<byte %02X>", static_cast<unsigned char>(byte));
        line += name;
      }
    } else if (among(kNotShown, *c)) {
      line += "<" + code_point_name(*c) + ">";
    } else {
      line += text.substr(begin, at - begin);
    }
  }
  put_blanks(line, blanks);
  return line;
}

}  // namespace kiosk::publish

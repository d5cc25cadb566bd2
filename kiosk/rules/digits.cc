#include "kiosk/rules/digits.h"

#include <utf8proc.h>

namespace kiosk::rules {
namespace {

utf8proc_category_t category(char32_t c) { return utf8proc_category(static_cast<utf8proc_int32_t>(c)); }

// Runs of digits that Unicode neither counts as decimal nor decomposes into decimal ones.
struct Run {
  char32_t first, last;
  int value;  // of the first
};
constexpr Run kRuns[] = {
    {0x1369, 0x1371, 1},                                                // Ethiopic
    {0x24F5, 0x24FE, 1},                                                // in two circles
    {0x24FF, 0x24FF, 0},                                                // white in black
    {0x2776, 0x277F, 1},   {0x2780, 0x2789, 1},   {0x278A, 0x2793, 1},  // dingbats
    {0x3021, 0x3029, 1},                                                // Hangzhou
    {0x1F10B, 0x1F10B, 0}, {0x1F10C, 0x1F10C, 0},
};

// Chinese digits are letters, and written without spaces.
constexpr char32_t kChinese[] = {0x3007, 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D};

struct Kind {
  char sign;
  std::u32string_view signs;
};
constexpr Kind kKinds[] = {
    {'.', U".\u00B7\u2022\u2024\u2027\u2219\u22C5\u30FB\u3002\uFF0E\uFF61\u06D4\u25CF\u25E6"},
    {',', U",'\u060C\u066B\u066C\uFF0C\u3001\u201A\u2019"},
    {':', U":;\u061B\uFF1A\u2236\uA789"},
    {'/', U"/\\|\u2044\u2215\uFF0F\uFF3C\u29F8"},
    {'-', U"-_\u2212\u02D7\u2043\u207B\u208B\u30FC\u00AF\u2500\u2501\u203F\uFF3F"},
    {0, U"%\u066A\u2030&\u00B0\n?!\u061F"},
};

std::string digits_of_decomposed(char32_t c) {
  utf8proc_int32_t parts[8];
  utf8proc_ssize_t count =
      utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), parts, std::size(parts),
                              static_cast<utf8proc_option_t>(UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE), nullptr);
  std::string digits;
  for (utf8proc_ssize_t i = 0; i < count && i < static_cast<utf8proc_ssize_t>(std::size(parts)); ++i) {
    if (parts[i] >= '0' && parts[i] <= '9') {
      digits += static_cast<char>(parts[i]);
    } else if (parts[i] != '(' && parts[i] != ')' && parts[i] != '.' && parts[i] != ',') {
      return {};  // a fraction, "1 o'clock": more than a digit
    }
  }
  return digits;
}

}  // namespace

std::string digits_in(char32_t c) {
  if (c < 0x80) return c >= '0' && c <= '9' ? std::string(1, static_cast<char>(c)) : std::string();
  if (category(c) == UTF8PROC_CATEGORY_ND) {
    // Decimal digits come in rows of ten; five rows follow one another among the mathematical ones.
    char32_t before = c;
    while (category(before - 1) == UTF8PROC_CATEGORY_ND) --before;
    return std::string(1, static_cast<char>('0' + (c - before) % 10));
  }
  for (const Run& run : kRuns) {
    if (c >= run.first && c <= run.last) return std::to_string(run.value + static_cast<int>(c - run.first));
  }
  for (size_t value = 0; value < std::size(kChinese); ++value) {
    if (c == kChinese[value]) return std::to_string(value);
  }
  return category(c) == UTF8PROC_CATEGORY_NO ? digits_of_decomposed(c) : std::string();
}

bool is_unseen(char32_t c) {
  if (c < 0x80) return false;
  utf8proc_category_t kind = category(c);
  return kind == UTF8PROC_CATEGORY_CF || kind == UTF8PROC_CATEGORY_MN || kind == UTF8PROC_CATEGORY_ME;
}

bool is_letter(char32_t c) {
  utf8proc_category_t kind = category(c);
  return kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_LO;
}

char separator_kind(char32_t c) {
  for (const Kind& kind : kKinds)
    if (kind.signs.find(c) != std::u32string_view::npos) return kind.sign;
  switch (category(c)) {
    case UTF8PROC_CATEGORY_ZS: return ' ';
    case UTF8PROC_CATEGORY_PD: return '-';
    case UTF8PROC_CATEGORY_PS: return '(';
    case UTF8PROC_CATEGORY_PE: return ')';
    case UTF8PROC_CATEGORY_PO:
    case UTF8PROC_CATEGORY_PC:
    case UTF8PROC_CATEGORY_SM:
    case UTF8PROC_CATEGORY_SK:
    case UTF8PROC_CATEGORY_SO: return '~';
    default: return 0;
  }
}

}  // namespace kiosk::rules

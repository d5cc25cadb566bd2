// A character that nothing shows is either harmless or a trap: it turns digits round, it makes two words that look the
// same differ, or it leaves a hole where a person sees none. So everything of that kind is refused by name; the few
// that scripts need (joiners in Arabic, Indic and N'Ko, isolates round what runs the other way) are not. Two are only
// needed beside the letters of some scripts and refused elsewhere: the zero-width space, which marks where words end
// in scripts that are written without spaces, and the marks that choose the form of a Mongolian letter.
#include "kiosk/rules/characters.h"

#include <utf8proc.h>

#include <algorithm>
#include <string>

#include "kiosk/base/utf8.h"

namespace kiosk::rules {
namespace {

struct Refused {
  char32_t first, last;
  const char* name;
  const char* why;     // ends "This line holds the ... U+XXXX, which ..."
  const char* remedy;  // a whole sentence
};

constexpr const char* kDelete = "Delete that character; it often comes from copying out of a damaged document.";
constexpr const char* kRetype = "Delete the line and type it again.";
constexpr const char* kDirection = "Delete the line and type it again; the screen puts numbers right by itself.";
constexpr const char* kTurns = "can turn a number around";
constexpr const char* kDiffers = "makes words differ that look the same";
constexpr const char* kNotShown = "cannot be shown";

// In order.
constexpr Refused kRefused[] = {
    {0x0000, 0x0008, "control character", kNotShown, kDelete},
    {0x000B, 0x001F, "control character", kNotShown, kDelete},
    {0x007F, 0x009F, "control character", kNotShown, kDelete},
    {0x00AD, 0x00AD, "invisible soft hyphen", kDiffers, kRetype},
    {0x034F, 0x034F, "invisible joiner", kDiffers, kRetype},
    {0x061C, 0x061C, "invisible Arabic letter mark", kTurns, kDirection},
    {0x115F, 0x1160, "invisible filler", kDiffers, kRetype},
    {0x17B4, 0x17B5, "invisible vowel", kDiffers, kRetype},
    {0x180B, 0x180F, "invisible variant mark", kDiffers, kRetype},
    {0x200B, 0x200B, "invisible zero-width space", kDiffers, kRetype},
    {0x200E, 0x200F, "invisible direction mark", kTurns, kDirection},
    {0x2028, 0x2029, "invisible line separator", kNotShown, "Delete it, and begin a new line or paragraph."},
    {0x202A, 0x202E, "invisible character", kTurns, kDirection},
    {0x2060, 0x2065, "invisible word joiner", kDiffers, kRetype},
    {0x2067, 0x2067, "invisible right-to-left isolate", kTurns, kDirection},
    {0x206A, 0x206F, "invisible character", kTurns, kDirection},
    {0x20DD, 0x20E0, "enclosing mark", "cannot be read aloud", "Write the letter or digit without the ring round it."},
    {0x20E2, 0x20E4, "keycap", "cannot be read aloud", "Write the digit without the key round it, or in words."},
    {0x3164, 0x3164, "invisible filler", kDiffers, kRetype},
    {0xFE00, 0xFE0F, "invisible variant mark", kDiffers, "Delete the sign before it as well, and type it again."},
    {0xFEFF, 0xFEFF, "invisible byte order mark", kDiffers, kRetype},
    {0xFFA0, 0xFFA0, "invisible filler", kDiffers, kRetype},
    {0xFFF9, 0xFFFB, "annotation mark", kNotShown, kDelete},
    {0xFFFC, 0xFFFC, "object replacement character", "stands where a picture was",
     "Delete it; put a picture into media/ and name it on a line of its own."},
    {0xFFFD, 0xFFFD, "replacement character", "stands where a letter was lost", kDelete},
    {0xE0000, 0xE0FFF, "invisible tag", kDiffers, kRetype},
};

struct Range {
  char32_t first, last;
  bool has(char32_t c) const { return c >= first && c <= last; }
};

// Scripts written without spaces between words: Thai and Lao; Burmese; Khmer; Tai Le, New Tai Lue; Tai Tham; Balinese;
// Javanese, more Burmese; more Burmese, Tai Viet.
constexpr Range kUnspaced[] = {{0x0E00, 0x0EFF}, {0x1000, 0x109F}, {0x1780, 0x17FF}, {0x1950, 0x19FF},
                               {0x1A20, 0x1AAF}, {0x1B00, 0x1B7F}, {0xA980, 0xA9FF}, {0xAA60, 0xAADF}};
constexpr Range kMongolianLetters{0x1820, 0x18AA}, kMongolianForms{0x180B, 0x180F};

bool is_unspaced(char32_t c) {
  return std::ranges::any_of(kUnspaced, [&](const Range& range) { return range.has(c); });
}

bool is_needed(char32_t before, char32_t c, char32_t after) {
  if (c == 0x200B) return is_unspaced(before) || is_unspaced(after);
  return kMongolianForms.has(c) && (kMongolianLetters.has(before) || kMongolianLetters.has(after));
}

std::optional<Objection> objection(char32_t c, const char* name, const char* why, const char* remedy) {
  return Objection{"the " + std::string(name) + " " + code_point_name(c) + ", which " + why + ".", remedy};
}

}  // namespace

std::optional<Objection> objection_to(char32_t before, char32_t c, char32_t after) {
  if ((c >= 0x20 && c < 0x7F) || is_needed(before, c, after)) return std::nullopt;
  const auto* found = std::ranges::lower_bound(kRefused, c, {}, &Refused::last);
  if (found != std::end(kRefused) && c >= found->first) return objection(c, found->name, found->why, found->remedy);
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_CO:
      return objection(c, "private character", "only one font draws",
                       "Write it with another character; it comes from an icon font or an old script font.");
    case UTF8PROC_CATEGORY_CN: return objection(c, "unassigned character", kNotShown, kDelete);
    default: return std::nullopt;
  }
}

std::optional<Objection> objection_to_text(std::string_view text) {
  char32_t before = 0;
  for (size_t at = 0; at < text.size();) {
    std::optional<char32_t> c = next_code_point(text, at);
    if (!c) return Objection{"bytes that are not UTF-8.", "Save the text again with the encoding UTF-8."};
    const char32_t after = at < text.size() ? code_point_at(text, at).value : 0;
    if (std::optional<Objection> refused = objection_to(before, *c, after)) return refused;
    before = *c;
  }
  return std::nullopt;
}

}  // namespace kiosk::rules

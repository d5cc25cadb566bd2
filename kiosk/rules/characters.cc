#include "kiosk/rules/characters.h"

#include "kiosk/rules/code_point.h"

namespace kiosk::rules {
namespace {

// The embedding and override characters reorder what follows them, digits included; the screen isolates by itself.
bool reorders(char32_t c) { return c >= 0x202A && c <= 0x202E; }

bool unusable(char32_t c) { return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0) || c == 0xFFFD; }

}  // namespace

std::optional<Objection> objection_to(char32_t c) {
  if (reorders(c)) {
    return Objection{"the invisible character " + code_point_name(c) + ", which can turn a number around.",
                     "Delete the line and type it again; the screen puts numbers right by itself."};
  }
  if (unusable(c)) {
    return Objection{"the character " + code_point_name(c) + ", which cannot be shown.",
                     "Delete that character; it often comes from copying out of a damaged document."};
  }
  return std::nullopt;
}

std::optional<Objection> objection_to_text(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    std::optional<char32_t> c = next_code_point(text, at);
    if (!c) return Objection{"bytes that are not UTF-8.", "Save the text again with the encoding UTF-8."};
    if (std::optional<Objection> refused = objection_to(*c)) return refused;
  }
  return std::nullopt;
}

}  // namespace kiosk::rules

#include "kiosk/fleet/printable.h"

namespace kiosk::fleet {
namespace {

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

// The three-byte forms of U+200E, U+200F, U+2028 to U+202E and U+2066 to U+2069.
bool turns_direction(std::string_view character) {
  if (character.size() != 3 || character[0] != '\xE2') return false;
  const auto second = static_cast<unsigned char>(character[1]), third = static_cast<unsigned char>(character[2]);
  if (second == 0x80) return third == 0x8E || third == 0x8F || (third >= 0xA8 && third <= 0xAE);
  return second == 0x81 && third >= 0xA6 && third <= 0xA9;
}

bool is_control(std::string_view character) {
  const auto first = static_cast<unsigned char>(character[0]);
  // Also bytes that stand where none of their kind may.
  if (character.size() == 1) return first < 0x20 || first >= 0x7F;
  return continues(character[0]) || (first == 0xC2 && static_cast<unsigned char>(character[1]) < 0xA0);
}

}  // namespace

std::string printable(std::string_view text) {
  std::string result;
  for (size_t at = 0; at < text.size();) {
    size_t size = 1;
    while (at + size < text.size() && size < 4 && continues(text[at + size])) ++size;
    const std::string_view character = text.substr(at, size);
    result += is_control(character) || turns_direction(character) ? " " : std::string(character);
    at += size;
  }
  return result;
}

size_t width_of(std::string_view text) {
  size_t width = 0;
  for (char byte : text) width += !continues(byte);
  return width;
}

}  // namespace kiosk::fleet

#include "kiosk/fleet/printable.h"

// Names in receipts come from machines that may be anyone's. Written to a terminal as they are, an escape sequence
// could move the cursor over another row, and a mark of direction could make a key read as another.

#include "kiosk/base/utf8.h"

namespace kiosk::fleet {
namespace {

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

bool turns_direction(char32_t c) {
  return c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

}  // namespace

std::string printable(std::string_view text) {
  std::string result;
  for (size_t at = 0; at < text.size();) {
    const size_t begin = at;
    const auto c = next_code_point(text, at);
    result += !c || is_control(*c) || turns_direction(*c) ? " " : text.substr(begin, at - begin);
  }
  return result;
}

}  // namespace kiosk::fleet

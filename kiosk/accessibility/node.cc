#include "kiosk/accessibility/node.h"

#include <algorithm>

namespace kiosk::accessibility {

std::string_view name_of(Role role) {
  switch (role) {
    case Role::text: return "text";
    case Role::heading: return "heading";
    case Role::note: return "note";
    case Role::list_item: return "list_item";
    case Role::image: return "image";
    case Role::button: return "button";
    case Role::tile: return "tile";
    case Role::link: return "link";
    case Role::toggle: return "toggle";
    case Role::check_box: return "check_box";
    case Role::choice: return "choice";
    case Role::key: return "key";
    case Role::phone: return "phone";
    case Role::code: return "code";
    case Role::timer: return "timer";
    case Role::status: return "status";
    case Role::leave: return "leave";
    case Role::fallback_notice: return "fallback_notice";
  }
  KIOSK_CHECK(false);
}

std::string Phone::as_drawn() const {
  std::vector<PhoneGlyph> sorted = glyphs;
  std::stable_sort(sorted.begin(), sorted.end(), [](const PhoneGlyph& a, const PhoneGlyph& b) {
    bool same_line = a.rect.y < b.rect.bottom() && b.rect.y < a.rect.bottom();
    return same_line ? a.rect.x < b.rect.x : a.rect.y < b.rect.y;
  });
  std::string drawn;
  for (const PhoneGlyph& glyph : sorted) {
    if (glyph.code_point != U' ') drawn += glyph.code_point < 128 ? static_cast<char>(glyph.code_point) : '?';
  }
  return drawn;
}

}  // namespace kiosk::accessibility

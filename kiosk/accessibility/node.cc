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
    case Role::listen: return "listen";
    case Role::code: return "code";
    case Role::timer: return "timer";
    case Role::progress: return "progress";
    case Role::status: return "status";
    case Role::leave: return "leave";
    case Role::fallback_notice: return "fallback_notice";
  }
  KIOSK_CHECK(false);
}

std::string Phone::as_drawn() const {
  std::vector<PhoneGlyph> seen;
  for (const PhoneGlyph& glyph : glyphs) {
    if (glyph.code_point != U' ') seen.push_back(glyph);
  }
  auto middle = [](const PhoneGlyph& glyph) { return glyph.rect.y + glyph.rect.height / 2; };
  std::stable_sort(seen.begin(), seen.end(),
                   [&](const PhoneGlyph& a, const PhoneGlyph& b) { return middle(a) < middle(b); });
  std::string drawn;
  for (auto line = seen.begin(); line != seen.end();) {
    // A line ends where the next glyph is lower by more than half the height of the one before.
    auto end = line + 1;
    while (end != seen.end() &&
           middle(*end) - middle(*(end - 1)) < std::max(end->rect.height, (end - 1)->rect.height) / 2)
      ++end;
    std::stable_sort(line, end, [](const PhoneGlyph& a, const PhoneGlyph& b) { return a.rect.x < b.rect.x; });
    for (; line != end; ++line) drawn += line->code_point < 128 ? static_cast<char>(line->code_point) : '?';
  }
  return drawn;
}

}  // namespace kiosk::accessibility

// Digits as people see them, in whatever script or disguise.
#pragma once

#include <string>
#include <string_view>

namespace kiosk::rules {

// The ASCII digits that `c` is read as: one for a digit of any script, a superscript, a mathematical or a circled one,
// two for a circled ten; empty for everything else.
std::string digits_in(char32_t c);

// What may be between digits without parting them: joiners, variation selectors, the box of a keycap.
bool is_unseen(char32_t c);

// ' ', '-', '.', ',', ':', '/', '(' or ')' for every kind of it; '~' for other signs; 0 for letters and for what ends a
// number, such as % or a currency.
char separator_kind(char32_t c);

bool is_letter(char32_t c);

}  // namespace kiosk::rules

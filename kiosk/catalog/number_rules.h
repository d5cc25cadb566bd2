// What a number must be like to be shown. The writer refuses one that is not; the reader, which trusts nobody, shows
// none. A wrong hotline number is the worst that this program can do.
#pragma once

#include <optional>
#include <string>

#include "kiosk/catalog/model.h"

namespace kiosk::catalog {

// What is wrong with it, as a sentence; nothing if it may be shown.
// `dial` is 2 to 20 digits, '*' or '#', with '+' in front at most; `display` is the same with blanks put in (R83, R87);
// `national` is empty, or digits and blanks that end in the digits of `dial` behind its trunk 0.
std::optional<std::string> objection(const Number& number);

}  // namespace kiosk::catalog

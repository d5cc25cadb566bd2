// What a number must be like to be shown. Builder, writer, reader and settings ask here; a numbering plan of the world,
// which a kiosk does not carry, is asked by the builder on top. A wrong hotline number is the worst that can happen
// here.
#pragma once

#include <optional>
#include <string_view>

#include "kiosk/rules/characters.h"

namespace kiosk::rules {

// What is wrong with a number, as two whole sentences; nothing if it may be shown.
// `dial` is 2 to 20 digits, '*' and '#', or + and up to 15 digits; `display` is the same with single blanks put in
// (R83, R87); `national` is empty, or the digits behind the country code as they are dialled inside the country.
std::optional<Objection> objection_to_number(std::string_view dial, std::string_view display,
                                             std::string_view national);

// With blanks between the digits as people read them out, where it was written without: groups of three, a four at the
// end rather than a one. Five digits or fewer stay together.
std::string grouped(std::string_view dial);

}  // namespace kiosk::rules

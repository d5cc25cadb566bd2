// Foreign text on a signer's terminal. What a request holds may come from an attacker, and a terminal obeys what it is
// sent: a carriage return draws one number over another, an escape sequence hides a line, a bidirectional override
// turns digits around.
#pragma once

#include <string>
#include <string_view>

namespace kiosk::publish {

// One line, on which every character can be seen: control, formatting and other invisible characters, strokes that are
// drawn over a digit, and bytes that are not UTF-8 become "<U+000D>" or "<byte 9B>"; many blanks in a row, which would
// push the rest out of sight, are counted.
std::string printable(std::string_view text);

}  // namespace kiosk::publish

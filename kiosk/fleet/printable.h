// Words of an unknown machine, made fit for a terminal and a table.
#pragma once

#include <string>
#include <string_view>

namespace kiosk::fleet {

// UTF-8 in which every control character, every mark that turns the direction of what follows and every byte that is
// not text is a space: it can neither move the cursor nor make the rest of a line read as something else.
std::string printable(std::string_view text);

}  // namespace kiosk::fleet

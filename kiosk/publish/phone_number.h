// Phone numbers of contacts, checked as they will be dialled.
#pragma once

#include "kiosk/publish/content.h"
#include "kiosk/publish/problem.h"

namespace kiosk::publish {

// Groups the digits of a number that was written without groups.
void complete_number(catalog::Number& number);

// Reports a number that cannot be dialled as written, or whose shown digits are not the dialled ones (R83, R87); and
// what the world's numbering plans call impossible. Of a number that is shown also what they do not know, as a warning.
void check_number(const NumberEntry& entry, bool shown, const std::string& file, Problems& problems);

}  // namespace kiosk::publish

// Lines for staff and the journal on standard error, with the priority prefix that systemd reads.
// Nothing a visitor did may ever be logged: no page, no language, no search (R66).
#pragma once

#include <string_view>

namespace kiosk {

enum class Priority { error = 3, warning = 4, notice = 5, info = 6 };

void log(Priority priority, std::string_view message);

// From now on without the prefix: somebody reads it on a terminal.
void log_to_person();

}  // namespace kiosk

#include "kiosk/base/log.h"

#include <cstdio>
#include <string>

namespace kiosk {

namespace {
bool to_person = false;
}

void log_to_person() { to_person = true; }

void log(Priority priority, std::string_view message) {
  std::string line = to_person ? "" : "<" + std::to_string(static_cast<int>(priority)) + ">";
  for (char c : message) line += c == '\n' ? ' ' : c;
  line += '\n';
  std::fwrite(line.data(), 1, line.size(), stderr);
}

}  // namespace kiosk

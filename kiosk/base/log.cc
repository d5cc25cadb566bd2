#include "kiosk/base/log.h"

#include <cstdio>
#include <string>

namespace kiosk {

void log(Priority priority, std::string_view message) {
  std::string line = "<" + std::to_string(static_cast<int>(priority)) + ">";
  for (char c : message) line += c == '\n' ? ' ' : c;
  line += '\n';
  std::fwrite(line.data(), 1, line.size(), stderr);
}

}  // namespace kiosk

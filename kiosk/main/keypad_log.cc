#include "kiosk/main/keypad_log.h"

#include <algorithm>
#include <utility>

#include "kiosk/os/machine.h"

namespace kiosk {

std::vector<std::string> KeypadLog::look() {
  const std::vector<std::string> now = os::keypads(sys_);
  const auto earlier = std::exchange(seen_, now);
  const std::vector<std::string> before = earlier.value_or(std::vector<std::string>{});
  std::vector<std::string> news;
  auto tell = [&](const std::vector<std::string>& these, const std::vector<std::string>& but_not_these,
                  const char* what) {
    for (const std::string& name : these) {
      if (std::find(but_not_these.begin(), but_not_these.end(), name) == but_not_these.end())
        news.push_back("keypad: " + name + what);
    }
  };
  tell(now, before, earlier ? " was plugged in; a kiosk heeds it from its next start on." : " is there.");
  tell(before, now, " is gone. The screen is used by touch meanwhile.");
  if (!earlier && now.empty()) news.push_back("keypad: none is plugged in.");
  return news;
}

}  // namespace kiosk

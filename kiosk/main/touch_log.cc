#include "kiosk/main/touch_log.h"

#include <utility>

namespace kiosk {

std::optional<std::string> TouchLog::look(std::optional<bool> there) {
  const auto before = std::exchange(seen_, there);
  if (!there || before == there) return std::nullopt;
  if (*there) return before ? std::optional("touch: the panel is there again.") : std::nullopt;
  return std::string(before ? "touch: the panel is gone." : "touch: no panel is found.") +
         " Visitors have the keypad alone, if that. Check the panel's cable.";
}

}  // namespace kiosk

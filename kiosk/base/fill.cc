#include "kiosk/base/fill.h"

namespace kiosk {

std::string fill(std::string_view sentence, std::span<const std::string> values) {
  std::string filled;
  for (size_t at = 0; at < sentence.size(); ++at) {
    const bool gap = sentence[at] == '{' && at + 2 < sentence.size() && sentence[at + 2] == '}' &&
                     sentence[at + 1] > '0' && static_cast<size_t>(sentence[at + 1] - '0') <= values.size();
    if (!gap) {
      filled += sentence[at];
      continue;
    }
    filled += values[static_cast<size_t>(sentence[at + 1] - '1')];
    at += 2;
  }
  return filled;
}

}  // namespace kiosk

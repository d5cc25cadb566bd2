// Where there is no room for all that is said.
#pragma once

#include <string>

namespace kiosk::screens {

// All of the words, where they are one sentence.
inline std::string first_sentence(const std::string& words) {
  size_t end = words.find(". ");
  return end == std::string::npos ? words : words.substr(0, end + 1);
}

}  // namespace kiosk::screens

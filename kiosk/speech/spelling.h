// A phone number by ear: which clips are played, one a digit, in the groups that are shown (R85). Made from the very
// text that is on the screen, so what is heard cannot differ from what is seen (R87).
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/result.h"

namespace kiosk::speech {

// Between two groups at least 400 ms; clips are trimmed, so this is what is heard. Between digits, so that none is
// swallowed by its neighbour.
inline constexpr std::chrono::milliseconds kBetweenGroups(600), kBetweenDigits(150);

struct DigitClip {
  char symbol = '0';          // 0-9 + * #
  bool starts_group = false;  // not for the first
  size_t byte = 0;            // where it is in the number as shown

  bool operator==(const DigitClip&) const = default;
};

// Groups are what spaces, hyphens, dots, slashes and brackets separate. Error: Code::invalid when there is anything
// else in it: a number that was not understood is not spoken.
Result<std::vector<DigitClip>> spell(std::string_view display);

// "0" ... "9", "plus", "star", "hash": names the recording of a symbol.
std::string symbol_name(char symbol);

}  // namespace kiosk::speech

#include "kiosk/speech/spelling.h"

#include "kiosk/base/ascii.h"
#include "kiosk/base/check.h"

namespace kiosk::speech {

Result<std::vector<DigitClip>> spell(std::string_view display) {
  std::vector<DigitClip> clips;
  bool gap = false;
  for (size_t at = 0; at < display.size(); ++at) {
    const char c = display[at];
    if (ascii::is_digit(c) || c == '+' || c == '*' || c == '#') {
      clips.push_back({c, gap && !clips.empty(), at});
      gap = false;
    } else if (c == ' ' || c == '-' || c == '.' || c == '/' || c == '(' || c == ')') {
      gap = true;
    } else if (display.substr(at, 2) == "\u00a0") {
      gap = true;
      at += 1;
    } else if (display.substr(at, 3) == "\u202f" || display.substr(at, 3) == "\u2011") {
      gap = true;
      at += 2;
    } else {
      return Error{Code::invalid, "\"" + std::string(display) +
                                      "\" cannot be said digit by digit: it holds more than "
                                      "digits, +, * and #. Correct the contact's display form."};
    }
  }
  if (clips.empty()) return Error{Code::invalid, "\"" + std::string(display) + "\" holds no digit."};
  return clips;
}

std::string symbol_name(char symbol) {
  switch (symbol) {
    case '+': return "plus";
    case '*': return "star";
    case '#': return "hash";
    default: KIOSK_CHECK(ascii::is_digit(symbol)); return std::string(1, symbol);
  }
}

}  // namespace kiosk::speech

// A dialable number: digits left to right in every language, alone on its line, and a node that knows where each digit
// really stands (R82, R87-R89).
#pragma once

#include <string>

#include "kiosk/ui/frame.h"

namespace kiosk::ui {

struct PhoneNumber {
  std::string id;
  std::string dial;     // as the catalog has it
  std::string display;  // grouped
  std::string name;     // whose number it is, for the voice
};

// Draws it in digits of at least `capital` height and returns its height. In large view the digits grow with the room,
// and a number too wide for one line at that height is broken between groups, never inside one.
float draw_phone_number(Frame& frame, const PhoneNumber& number, Mm capital, const Rect& box);

}  // namespace kiosk::ui

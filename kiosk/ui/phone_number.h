// A dialable number: digits left to right in every language, alone on its line, and a node that knows where each digit
// really stands (R82, R87-R89). Digits have nothing above or below, so their lines are closer than those of words: on
// seven inches that is what lets a long number stand on one page at its full size.
#pragma once

#include <string>

#include "kiosk/ui/layout.h"

namespace kiosk::ui {

// From one line of digits to the next, times their height.
inline constexpr float kDigitPitch = 1.35f;

struct PhoneNumber {
  std::string id;
  std::string dial;     // as the catalog has it
  std::string display;  // grouped
  std::string name;     // whose number it is, for the voice
};

// How large: at least this high; then as large as fills this part of the width on as few lines, and no higher than
// `most`.
struct DigitSize {
  Mm least, most;
  text::Align align = text::Align::start;
};

// Draws it and returns its height. A number too wide for one line at the least size is broken between groups, never
// inside one.
float draw_phone_number(Frame& frame, const PhoneNumber& number, const DigitSize& size, const Rect& box);

// The same in one fixed size.
float draw_phone_number(Frame& frame, const PhoneNumber& number, Mm capital, const Rect& box);

Box phone_box(PhoneNumber number, DigitSize size);

}  // namespace kiosk::ui

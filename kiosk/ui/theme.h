// The colours of the screen by what they are for: one theme on paper, one in black and white for those who need it.
// Every pair that carries text keeps 7:1 (R24), in high contrast 15:1 (R26); tests/ui/theme_test.cc measures them.
#pragma once

#include <string_view>

#include "kiosk/base/colour.h"

namespace kiosk::ui {

struct Theme {
  bool high_contrast = false;
  Colour paper;      // the page
  Colour surface;    // cards
  Colour ink;        // text
  Colour ink_quiet;  // text that is not the point
  Colour action;     // what can be done: buttons, links
  Colour on_action;
  Colour pressed;   // a button under the finger
  Colour hairline;  // borders, never text
  Colour note;      // behind a note
  Colour heard;     // behind the sentence that is heard
  Colour focus;     // the keypad's ring
  Colour disabled;  // text and icon of what cannot be pressed now

  // The plate of a section by its name in the content (teal, ochre, ...), and what is drawn on it.
  Colour section(std::string_view name) const;
  Colour on_section() const;
};

Theme paper_theme();
Theme high_contrast_theme();

}  // namespace kiosk::ui

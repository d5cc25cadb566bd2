// A button: icon and words on a plate that darkens under the finger. Also toggles, choices and check boxes, which carry
// their state in the icon's shape, never in colour alone (R29).
#pragma once

#include <string>

#include "kiosk/ui/frame.h"

namespace kiosk::ui {

enum class Look {
  primary,    // the one thing to do here: filled in the action colour
  secondary,  // everything else: outlined on the surface
};

enum class IconPlace { beside, above };

struct Button {
  std::string id;
  std::string label;
  std::string icon;
  Action action;
  Look look = Look::secondary;
  IconPlace icon_place = IconPlace::beside;
  TextStyle style = styles::kStrong;
  accessibility::Role role = accessibility::Role::button;
  accessibility::State state;
  bool enabled = true;
  bool at_once = false;    // see accessibility::Node
  bool icon_only = false;  // where there is no room for words; the name stays what is spoken
  std::string spoken;
};

// At least the 20 mm of a target (R35); more when the words need it.
float button_height(Frame& frame, const Button& button, float width);

// The narrowest place in which no word of it has to be broken; never under a target.
float least_button_width(Frame& frame, const Button& button);

void draw_button(Frame& frame, const Button& button, const Rect& at);

}  // namespace kiosk::ui

// A button: icon and words on a plate that darkens under the finger. Also toggles, choices and check boxes, which carry
// their state in the icon's shape, never in colour alone (R29).
#pragma once

#include <string>

#include "kiosk/catalog/model.h"
#include "kiosk/ui/layout.h"

namespace kiosk::ui {

enum class Look {
  primary,    // the one thing to do here: filled in the action colour
  secondary,  // everything else: outlined on the surface
  plain,      // of the bar and the rail, which are plates themselves
};

enum class IconPlace { beside, above };

struct Button {
  std::string id;
  std::string label;
  std::string brief = {};  // what is written where not all of the label fits; the node keeps its name
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
  catalog::Drawing picture = {};  // before the words, behind the icon; none: without a name
  Mm picture_side{18};

  const std::string& words() const { return brief.empty() ? label : brief; }
};

// At least the 20 mm of a target (R35); more when the words need it.
float button_height(Frame& frame, const Button& button, float width);

// The narrowest place in which no word of it has to be broken; never under a target.
float least_button_width(Frame& frame, const Button& button);

void draw_button(Frame& frame, const Button& button, const Rect& at);

// For a column, row or grid (layout.h).
Box button_box(Button button);
// Buttons in equal columns, as many as have room; every row is as high as its highest.
Box button_grid(std::vector<Button> buttons, Mm least, int most_columns);

}  // namespace kiosk::ui

// What was typed on the on-screen keyboard, or what to type.
#pragma once

#include <string>

#include "kiosk/ui/frame.h"

namespace kiosk::screens {

struct TypedField {
  std::string id, text;
  std::string invitation;  // shown while there is no text
  std::string icon;
};

// The narrowest place in which no word of it has to be broken.
float least_typed_field_width(ui::Frame& frame, const TypedField& typed);

// As wide as the box and at least as high. Returns the height.
float draw_typed_field(ui::Frame& frame, const TypedField& typed, const Rect& box);

}  // namespace kiosk::screens

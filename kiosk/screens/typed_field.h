// What was typed on the on-screen keyboard, or what to type.
#pragma once

#include <string>

#include "kiosk/ui/layout.h"

namespace kiosk::screens {

struct TypedField {
  std::string id, text;
  std::string invitation;  // shown while there is no text
  std::string icon;
};

// As high as it is given.
ui::Box typed_field_box(TypedField field);

}  // namespace kiosk::screens

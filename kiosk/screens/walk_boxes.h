// What cards of a walk are made of: the picture, which is touched to hear the card again; two pictures that answer a
// tick; and the card itself.
#pragma once

#include <optional>

#include "kiosk/screens/context.h"
#include "kiosk/ui/layout.h"

namespace kiosk::screens {

// These fill the place they are given.
ui::Box card_picture(catalog::Drawing drawing);
// Between "yes" and "no" for box number `box`, of which `yes` is how it is answered now.
ui::Box asking_picture(catalog::Drawing drawing, int box, bool yes);

// Words below a picture that takes the rest of `room` px; `number`: of a step.
ui::Box card(ui::Box picture, ui::Box words, float room, std::optional<int> number = {});

}  // namespace kiosk::screens

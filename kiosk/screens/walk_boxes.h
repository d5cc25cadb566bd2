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

// Where the picture of a card is, px.
struct CardPlace {
  float room = 0;    // height of the page
  float beside = 0;  // what the picture takes of the width, with its answers or its number; 0: it is above the words
};

// How high the row of answers below a picture is, where they are not beside it.
float answers_height(const ui::Frame& frame);

// How wide what goes with a picture that is beside its words is, px.
float answers_width(ui::Frame& frame);
float number_width(const ui::Frame& frame);

// Picture and words fill a page; `number`: of a step.
ui::Box card(ui::Box picture, ui::Box words, CardPlace place, std::optional<int> number = {});

}  // namespace kiosk::screens

// The pages of set_up.h that are more than sentences and buttons, and what they share.
#pragma once

#include "kiosk/screens/page.h"
#include "kiosk/screens/set_up.h"
#include "kiosk/ui/button.h"

namespace kiosk::screens {

// Which of the questions it is, beside the title.
PageHead set_up_head(const ui::Frame& frame, SetUpPage page, std::string title);

// The way on.
ui::Button next_button(const ui::Frame& frame);

void draw_set_up_hours(ui::Frame& frame, const SetUpView& view, int page);

// "Monday, Tuesday, 08:00–17:00." in the language of the frame.
std::string hours_in_words(const ui::Frame& frame, const SetUpView& view);

}  // namespace kiosk::screens

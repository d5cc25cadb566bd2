// One function a screen; context.h's draw() picks among them.
#pragma once

#include "kiosk/screens/context.h"

namespace kiosk::screens {

void draw_languages(const Context& context);
void draw_home(const Context& context);
void draw_section(const Context& context);
void draw_topic(const Context& context);
void draw_walk(const Context& context);
void draw_contacts(const Context& context);
void draw_contact(const Context& context);
void draw_filters(const Context& context);
void draw_countries(const Context& context);
void draw_near_here(const Context& context);
void draw_news(const Context& context);
void draw_search(const Context& context);
void draw_display(const Context& context);
void draw_about(const Context& context);
void draw_interruption(const Context& context);
void draw_play_aloud(const Context& context);
void draw_idle_warning(const Context& context);

}  // namespace kiosk::screens

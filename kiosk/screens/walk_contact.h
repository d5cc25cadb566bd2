// A contact as one card of a walk.
#pragma once

#include <string>

#include "kiosk/screens/context.h"
#include "kiosk/ui/layout.h"

namespace kiosk::screens {

// `room` px high; the whole card leads to the contact's page. It can be shown without the note that stands in place of
// a number.
ui::Box contact_page_box(const Context& context, catalog::Contact contact, std::string prefix, float room, bool note);
// How large its picture is with the note, px.
float contact_page_picture(const Context& context, const catalog::Contact& contact, float width, float room);

}  // namespace kiosk::screens

// One contact as a card: in articles, in lists, and what the contact's own page says about it.
#pragma once

#include <string>
#include <vector>

#include "kiosk/screens/context.h"
#include "kiosk/ui/layout.h"

namespace kiosk::screens {

// A fact about a contact: a picture and words.
struct Fact {
  std::string id;
  std::string icon;
  std::string words;
};

// Cost, hours with open or closed now, languages, who answers, where (R84). What is not known says so.
std::vector<Fact> facts_of(const Context& context, const catalog::Contact& contact);

// "Published by ... on ...", "checked on ...", and that nobody has called it, while that is so.
std::string verification_of(const Context& context, const catalog::Contact& contact);

// A country's name in the visitor's language; the empty code and XZ (at sea) have names too.
std::string country_name(const ui::Frame& frame, const std::string& code);

// The number as it is shown first at this kiosk: the national form inside its country (R83).
std::string shown_first(const Context& context, const catalog::Contact& contact, const catalog::Number& number);

// What is dialled when the shown form is typed into a phone: the same digits without spaces.
std::string dialled(const std::string& display);

// Not one contact: their file is damaged, because every pack has some.
bool none_can_be_read(const Context& context);

// The card with name, number and whether it is open now; the whole card leads to the contact's page. `prefix` makes the
// ids unique where a contact stands twice on a page.
float contact_card_height(const Context& context, const catalog::Contact& contact, float width);
void draw_contact_card(const Context& context, const catalog::Contact& contact, const std::string& prefix,
                       const Rect& at);

// The same card as a block of a page.
ui::Box contact_card_box(const Context& context, catalog::Contact contact, std::string prefix);

// What the card says in place of a number, where there is none.
std::string contact_note(const ui::Frame& frame, const catalog::Contact& contact);

// The same card as a page of its own, `room` px high, with its picture as large as its words let it be. It can be shown
// without the note.
ui::Box contact_page_box(const Context& context, catalog::Contact contact, std::string prefix, float room, bool note);
// How large its picture is with the note, px.
float contact_page_picture(const Context& context, const catalog::Contact& contact, float width, float room);

}  // namespace kiosk::screens

// One contact as a card: in articles, in lists, and what the contact's own page says about it.
#pragma once

#include <string>
#include <vector>

#include "kiosk/screens/context.h"
#include "kiosk/ui/chip.h"
#include "kiosk/ui/layout.h"
#include "kiosk/ui/phone_number.h"

namespace kiosk::screens {

// A fact about a contact: a picture and words.
struct Fact {
  std::string id;
  std::string icon;
  std::string words;
};

// Hours with open or closed now, languages, who answers, where (R84): what is known of it.
std::vector<Fact> facts_of(const Context& context, const catalog::Contact& contact);

// What of it the chips beside the numbers do not say, and in the last one what is not known.
std::vector<Fact> facts_beside_chips(const Context& context, const catalog::Contact& contact);

// "The police answer.", for a contact that does not say it itself.
std::string who_in_words(const ui::Frame& frame, const std::string& who);

// What is not known, in one line; empty: everything is.
std::string unknown_of(const Context& context, const catalog::Contact& contact);

// The chips beside a number: what the call costs, and with the first one whether they answer now and in which
// languages.
std::vector<ui::Chip> chips_of(const Context& context, const catalog::Contact& contact, size_t number);

// "Call:", "Send a text message:" ...
std::string use_in_words(const ui::Frame& frame, const catalog::Number& number);

// What is in the source language is no translation, and what a native speaker has read no draft.
bool is_draft(const Context& context, const catalog::Contact& contact);

// "Published by ... on ...", "checked on ...", and that nobody has called it, while that is so.
std::string verification_of(const Context& context, const catalog::Contact& contact);

// A country's name in the visitor's language; the empty code and XZ (at sea) have names too.
std::string country_name(const ui::Frame& frame, const std::string& code);

// The number as it is shown first at this kiosk: the national form inside its country (R83). What is dialled is the
// catalog's own field, never what stands on the screen without its blanks.
ui::PhoneNumber phone_of(const Context& context, const catalog::Contact& contact, const catalog::Number& number,
                         std::string id);

// Where the desk of this kiosk is and whether somebody is there now, and its picture: which way it is.
std::string desk_in_words(const Context& context);
std::string desk_icon(const Context& context);

// Whom or what to ask where a contact has no number that may be shown: at the desk, if this kiosk has one (R82);
// otherwise that none is known. Nothing where there is nothing to ask: an office whose place is known, a website.
std::string ask_in_words(const Context& context, const catalog::Contact& contact);

// At most two contacts that can be called for the same need, or gone to: of the same country first, then of this one,
// the nearest first; where nobody serves that need, who answers in an emergency here.
std::vector<catalog::Contact> instead_of(const Context& context, const catalog::Contact& contact);

// Those as cards under their heading; empty: there are none.
std::vector<ui::Box> instead_blocks(const Context& context, const catalog::Contact& contact);

// Somebody can call it, or go there.
bool is_live(const catalog::Contact& contact);

// Not one contact: their file is damaged, because every pack has some.
bool none_can_be_read(const Context& context);

// What a card says besides name and number, and the number that it has in a list with a map; 0: none.
struct CardNotes {
  int place = 0;
  std::vector<std::string> lines = {};
  // Where a page has no room for all of it: first the name, and on the next page the number whole.
  enum class Part { all, name, numbers } part = Part::all;
};

// The card with name, number, and its mark that speaks it; the whole card leads to the contact's page. `prefix` makes
// the ids unique if a page shows a contact twice.
ui::Box contact_card_box(const Context& context, catalog::Contact contact, std::string prefix, CardNotes notes = {});

// Such cards beside each other, as many as have room.
ui::Box cards_in_columns(const Context& context, std::vector<ui::Box> cards);
ui::Box contact_cards(const Context& context, std::vector<catalog::Contact> contacts, const std::string& prefix);

// One of its numbers: enlarged (R82), or as a picture for a phone (R86).
void draw_large_number(const Context& context, const catalog::Contact& contact, size_t number);
void draw_number_code(const Context& context, const catalog::Contact& contact, size_t number);

// What kind of contact it is, where there is no picture of it.
std::string contact_icon(const Context& context, const catalog::Contact& contact);

// The words of a card: a compact panel has no height for air between the lines.
ui::TextStyle tight(const ui::Frame& frame, ui::TextStyle style);

}  // namespace kiosk::screens

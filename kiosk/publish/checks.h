// The parts of check_content, one a file. Not for use elsewhere.
#pragma once

#include <functional>

#include "kiosk/publish/content_check.h"

namespace kiosk::publish {

struct Check {
  const Content& content;
  const CheckOptions& options;
  Problems& problems;
};

// Reports a picture that the icon font does not have.
void check_icon(const Check& check, const std::string& file, const Text& icon);

// Sections: ids, parents, circles, depth, pictures, titles.
void check_sections(const Check& check);
// Pages: each translation has its source, each link its target, each red page two kinds of help.
void check_topics(const Check& check);
// Pages that are more than three taps away from the home screen.
void check_reach(const Check& check);
// Translations: made from the text that is there now.
void check_translations(const Check& check);
void check_contacts(const Check& check);
// Whether one contact passes the rule for numbers that are shown, as far as a program can tell.
void check_showing(const Check& check, const ContactFile& contact);
// Calls that were made to test the numbers of one contact.
void check_calls(const Check& check, const ContactFile& contact);
// Addresses of websites and sources that would dial, or that carry a number that is not shown.
void check_addresses(const Check& check);
// Days that lie after the edition, and checks that are too old.
void check_dates(const Check& check);
// Places of this country that lie outside of its map.
void check_map(const Check& check);
// Interface words: gaps that are filled at run time must be the same in both languages.
void check_messages(const Check& check);
// Drawings: that they can be drawn on their grid, are there, have words, and are at the same places in translations.
void check_pictures(const Check& check);
// Every word that a visitor may see: phone numbers, promises, quiet titles, long sentences, glyphs.
void check_texts(const Check& check, const Progress& progress);

}  // namespace kiosk::publish

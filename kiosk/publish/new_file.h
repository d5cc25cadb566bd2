// The first text of a new contact, page or language: complete, so that the check finds nothing in it, and careful, so
// that a number is not shown before somebody has decided so.
#pragma once

#include <string>
#include <string_view>

#include "kiosk/base/date.h"
#include "kiosk/base/language_tag.h"
#include "kiosk/base/result.h"

namespace kiosk::publish {

struct NewContact {
  std::string id, country, who_answers, name, serves, answers, dial, source_title, source_address, checked_by;
  LanguageTag language;  // of the texts: the pack's source language
  Date checked_on;
};
std::string new_contact(const NewContact& contact);

struct NewPage {
  std::string title, summary, section, icon, first_sentence, source_title, source_address, checked_by;
  Date checked_on;
};
std::string new_page(const NewPage& page);

// `pack` with the language in its list. Error: it is there already, or there is no list.
Result<std::string> pack_with_language(std::string_view pack, const LanguageTag& tag, const std::string& name);

// A file of words in which none is translated yet, from the list of them.
std::string new_words(std::string_view list);

}  // namespace kiosk::publish

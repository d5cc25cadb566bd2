// Asks a catalog for all that a screen may ask for, and tells the first rule that an answer breaks.
#pragma once

#include <string>

#include "kiosk/catalog/catalog.h"
#include "kiosk/rules/number.h"

namespace kiosk::catalog::test {

// What is wrong with the numbers of a contact; empty when nothing is.
inline std::string broken_number(const Contact& contact) {
  if (contact.ask_staff && !contact.numbers.empty())
    return contact.id + " shows numbers although staff are to be asked";
  for (const Number& number : contact.numbers)
    if (auto why = rules::objection_to_number(number.dial, number.display, number.national))
      return contact.id + ": " + why->what;
  return {};
}

inline std::string read_everything(const Catalog& catalog) {
  const Date today = std::chrono::sys_days(std::chrono::year(2026) / 12 / 1);
  std::string broken;
  auto look_at = [&](const Contact& contact) {
    if (broken.empty()) broken = broken_number(contact);
  };
  for (const char* language : {"en", "fr", "de"}) {
    const LanguageTag asked = LanguageTag::of(language);
    (void)catalog.messages(asked);
    for (const Section& section : catalog.sections(asked))
      for (const TopicSummary& topic : catalog.topics(section.id, asked)) (void)catalog.topic(topic.id, asked);
    for (const auto& sheet : catalog.keyboard(asked).sheets)
      for (const auto& row : sheet)
        for (const std::string& key : row)
          if (!is_key(key)) broken = "a key types what is no letter";
    (void)catalog.news(asked);
    for (const Contact& contact : catalog.contacts(asked, today)) {
      look_at(contact);
      if (auto one = catalog.contact(contact.id, asked, today); one.ok()) look_at(*one);
    }
    for (const char* words : {"r", "recruiter", "recriuter numb", "agent oman", "1001", "help line"})
      if (catalog.search(words, asked, today, 20).size() > 20) broken = "a search gave more than was asked for";
    (void)catalog.drawing("show-licence", asked);
    (void)catalog.filter_picture("danger");
    (void)catalog.medium("a.png");
    (void)catalog.medium_description("a.png", asked);
  }
  return broken;
}

}  // namespace kiosk::catalog::test

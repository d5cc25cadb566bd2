// Two editions of the contacts side by side: what a signer must look at before signing, and which numbers a second
// signer must type again.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/publish/repository/contacts_edition.h"
#include "kiosk/publish/repository/signer_words.h"

namespace kiosk::publish {

struct ContactChange {
  std::optional<EditionContact> before, after;  // one of them at least

  const EditionContact& newest() const { return after ? *after : *before; }
};

// A number that is new, or that a visitor would see under other words than before: a number under another name is
// another number.
struct NumberToType {
  std::string contact;  // id
  std::string name;     // as the signer's language has it
  std::string digits;   // what must be typed: `dial`, or a number as it stands in a text
  bool in_text = false;

  auto operator<=>(const NumberToType&) const = default;
};

struct ContactChanges {
  bool compared = true;  // false: there was nothing to compare with, and everything counts as new
  std::vector<ContactChange> contacts;
  std::optional<std::vector<std::string>> order;  // of all contacts, when those that stay changed places
  std::string pack;                               // when it changed: what the edition calls itself
  ContactsEdition after;

  bool none() const { return contacts.empty() && !order && pack.empty(); }
  size_t count_numbers() const;  // of the new edition
};

ContactChanges compare_contacts(const std::optional<ContactsEdition>& before, ContactsEdition after);

std::vector<NumberToType> numbers_to_type(const ContactChanges& changes, const std::string& language);

// Telephone numbers inside of texts, where no build lets any stand: "ID: text". A signer refuses them.
std::vector<std::string> numbers_in_texts(const ContactsEdition& edition);

// For people, every changed field on a line of its own, numbers with their digits apart.
std::string describe(const ContactChanges& changes, const SignerWords& words);

}  // namespace kiosk::publish

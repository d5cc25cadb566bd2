// All that one contacts.db makes a kiosk show, as plain values that can be compared and printed. Every column of every
// table is among them: what is not shown to a signer is what an attacker would change.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "kiosk/base/result.h"

namespace kiosk::publish {

struct EditionNumber {
  std::string dial;      // what is dialled
  std::string display;   // what is drawn ...
  std::string national;  // ... or instead of it, inside the country
  std::string use;       // voice, sms, whatsapp
  std::string cost;
  std::string from;  // countries, a blank between two; empty: everywhere

  auto operator<=>(const EditionNumber&) const = default;
};

struct EditionContact {
  std::string id;
  std::map<std::string, std::string> names;  // by language
  std::string show;                          // yes, ask_staff, never
  std::vector<EditionNumber> numbers;
  // Running text, by "serves (fr)" and the like, names included.
  std::map<std::string, std::string> texts;
  // All other columns, by name, each source as one.
  std::map<std::string, std::string> facts;

  // In `language`, else in any.
  std::string name(const std::string& language) const;

  bool operator==(const EditionContact&) const = default;
};

struct ContactsEdition {
  std::string pack, source_language;
  std::vector<std::string> order;  // of the ids, as on the screen
  std::map<std::string, EditionContact> contacts;
};

// Error: as for opening a contacts.db; Code::refused for what no build makes: a number that is drawn otherwise than it
// is dialled, a date or an hour that is none.
Result<ContactsEdition> read_contacts_edition(const std::filesystem::path& file);

}  // namespace kiosk::publish

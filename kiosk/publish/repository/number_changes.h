// Every dialable number of two editions of contacts.db, side by side: what a signer must look at before signing.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "kiosk/base/result.h"

namespace kiosk::publish {

struct DialledNumber {
  std::string contact;  // id
  std::string name;     // in the first language that has one
  std::string dial;
  std::string use;   // voice, sms, whatsapp
  std::string show;  // yes, ask_staff, never

  auto operator<=>(const DialledNumber&) const = default;
};

struct NumberChanges {
  std::vector<DialledNumber> added, removed;
  std::vector<DialledNumber> all;  // of the new edition
  bool none() const { return added.empty() && removed.empty(); }
};

// `before` may be empty: there was no edition yet. Error: as for opening a contacts.db.
Result<NumberChanges> compare_numbers(const std::filesystem::path& before, const std::filesystem::path& after);

// For people: each number on a line of its own, digits apart.
std::string describe(const NumberChanges& changes);

}  // namespace kiosk::publish

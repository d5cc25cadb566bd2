// Writes contacts.db. Belongs to the writer.
#pragma once

#include <filesystem>
#include <set>
#include <string>

#include "kiosk/base/result.h"
#include "kiosk/catalog/writer.h"
#include "kiosk/sql/database.h"

namespace kiosk::catalog {

class ContactsWriter {
 public:
  static Result<ContactsWriter> create(const std::filesystem::path& file, const Pack& pack);

  Status add(const ContactEntry& contact);
  Status finish();

 private:
  ContactsWriter(sql::Database database, LanguageTag source_language)
      : database_(std::move(database)), source_language_(std::move(source_language)) {}

  Status check(const ContactEntry& contact) const;
  Status write_words(const ContactEntry& contact);
  Status write_numbers(const ContactEntry& contact);
  Status write_sources(const ContactEntry& contact);

  sql::Database database_;
  LanguageTag source_language_;
  std::set<std::string> ids_;  // of the contacts so far; their count is the last number given
};

}  // namespace kiosk::catalog

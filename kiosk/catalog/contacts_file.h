// Reads contacts.db, the only place from which a number may come. Fails closed: a contact about which anything is in
// doubt comes without numbers, as "ask staff".
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/catalog/model.h"
#include "kiosk/sql/database.h"

namespace kiosk::catalog {

class ContactsFile {
 public:
  // Error: as Database::open_readonly_immutable.
  static Result<ContactsFile> open(const std::filesystem::path& file);

  const std::string& pack() const { return pack_; }

  // The country whose emergency numbers outlast their check; none before it is said.
  void set_home(std::string country) { home_ = std::move(country); }

  // All that may be listed, in order. `today` before a contact was last verified counts as that day.
  // Error: the file is damaged; nothing of it should be shown then.
  Result<std::vector<Contact>> all(const LanguageTag& language, Date today) const;

  // Error: Code::not_found, or as above.
  Result<Contact> one(const std::string& id, const LanguageTag& language, Date today) const;

 private:
  ContactsFile(sql::Database database, std::string pack, LanguageTag source_language, Date last_verified)
      : database_(std::move(database)),
        pack_(std::move(pack)),
        source_language_(std::move(source_language)),
        last_verified_(last_verified) {}

  // Those whose id is `id`, or all if it is empty.
  Result<std::vector<Contact>> read(const std::string& id, const LanguageTag& language, Date today) const;
  Result<std::optional<Contact>> words_of(sql::Statement& rows, int64_t contact, const LanguageTag& language) const;

  sql::Database database_;
  std::string pack_, home_;
  LanguageTag source_language_;
  Date last_verified_;
};

}  // namespace kiosk::catalog

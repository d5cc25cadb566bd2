#include "kiosk/publish/repository/contacts_edition.h"

#include <iterator>
#include <sstream>

#include "kiosk/base/date.h"
#include "kiosk/base/opening_hours.h"
#include "kiosk/catalog/schema.h"
#include "kiosk/publish/phone_number.h"
#include "kiosk/rules/number.h"

namespace kiosk::publish {
namespace {

// SQLite gives every kind of value as text, NULL as "unknown".
std::string value(const sql::Statement& row, int column) {
  return row.is_null(column) ? "unknown" : std::string(row.text(column));
}

// By the builder's rules and those of a kiosk.
std::optional<std::string> objection(const EditionNumber& number) {
  std::istringstream countries(number.from);
  const std::vector<std::string> from{std::istream_iterator<std::string>(countries), {}};
  const catalog::Number drawn{number.dial, number.display, number.national, {}, {}, from};
  Problems problems;
  check_number({drawn, 0}, false, {}, problems);
  if (problems.errors() > 0) return problems.sorted().front().message;
  const auto wrong = rules::objection_to_number(drawn.dial, drawn.display, drawn.national);
  if (!wrong) return std::nullopt;
  return wrong->what + " " + wrong->remedy;
}

struct Reading {
  const sql::Database& database;
  ContactsEdition edition;
  std::map<int64_t, EditionContact*> by_number;

  // Calls `take` with each row and the contact that its first column names. Rows of no contact are never shown.
  template <class Take>
  Status each(std::string_view query, Take take) {
    KIOSK_TRY(rows, database.prepare(query));
    for (;;) {
      KIOSK_TRY(more, rows.step());
      if (!more) return {};
      auto found = by_number.find(rows.integer(0));
      if (found != by_number.end()) KIOSK_TRY_STATUS(take(*found->second, rows));
    }
  }

  Status packs() {
    KIOSK_TRY(row, database.prepare("SELECT id, source_language FROM pack"));
    KIOSK_TRY(found, row.step());
    if (!found) return Error{Code::damaged, "The contacts.db does not say which pack it belongs to."};
    edition.pack = value(row, 0);
    edition.source_language = value(row, 1);
    return {};
  }

  Status contacts() {
    const std::vector<std::string> columns = catalog::names_of_fact_columns();
    KIOSK_TRY(rows, database.prepare("SELECT number, id, " + catalog::contact_fact_columns() +
                                     " FROM contact ORDER BY number"));
    for (;;) {
      KIOSK_TRY(more, rows.step());
      if (!more) return {};
      const std::string id = value(rows, 1);
      edition.order.push_back(id);
      EditionContact& contact = edition.contacts[id];
      contact.id = id;
      by_number[rows.integer(0)] = &contact;
      int column = 2;
      for (const std::string& name : columns) contact.facts[name] = value(rows, column++);
      contact.show = contact.facts["show"];
      KIOSK_TRY_STATUS(check_dates(contact));
    }
  }

  // A column that is drawn by rule must be of that rule, or it could carry any words.
  Status check_dates(const EditionContact& contact) const {
    for (const char* name : {"verified_on", "expires_on"}) {
      if (!parse_date(contact.facts.at(name)).ok()) return refusal(contact, name);
    }
    const std::string& hours = contact.facts.at("hours");
    if (hours != "unknown" && !OpeningHours::parse(hours).ok()) return refusal(contact, "hours");
    return {};
  }

  static Error refusal(const EditionContact& contact, const std::string& column) {
    return Error{Code::refused, "The contact \"" + contact.id + "\" holds something that no build makes: " + column +
                                    " is not of its form."};
  }

  Status texts() {
    return each("SELECT contact, language, " + catalog::contact_text_columns() + " FROM contact_text",
                [](EditionContact& contact, const sql::Statement& row) -> Status {
                  const std::string language = value(row, 1);
                  contact.names[language] = value(row, 2);
                  int column = 2;
                  for (const auto& field : catalog::kContactTexts<std::string>) {
                    const std::string text = value(row, column++);
                    if (!text.empty()) contact.texts[std::string(field.key) + " (" + language + ")"] = text;
                  }
                  return {};
                });
  }

  Status numbers() {
    return each(
        "SELECT contact, dial, display, national, use, cost, countries FROM contact_number "
        "ORDER BY contact, position",
        [](EditionContact& contact, const sql::Statement& row) -> Status {
          const EditionNumber number{value(row, 1), value(row, 2), value(row, 3),
                                     value(row, 4), value(row, 5), value(row, 6)};
          if (auto wrong = objection(number)) {
            return Error{Code::refused,
                         "The contact \"" + contact.id + "\" holds a number that no build makes. " + *wrong};
          }
          contact.numbers.push_back(number);
          return {};
        });
  }

  Status sources() {
    return each(
        "SELECT contact, position, title, language, publisher, address, date FROM contact_source "
        "ORDER BY contact, position",
        [](EditionContact& contact, const sql::Statement& row) -> Status {
          const std::string name = "source " + value(row, 1);
          contact.texts[name + " title"] = value(row, 2);
          contact.facts[name + " language"] = value(row, 3);
          contact.texts[name + " publisher"] = value(row, 4);
          contact.facts[name + " address"] = value(row, 5);
          contact.facts[name + " date"] = value(row, 6);
          if (value(row, 6) != "unknown" && !parse_date(value(row, 6)).ok()) return refusal(contact, name);
          return {};
        });
  }
};

}  // namespace

std::string EditionContact::name(const std::string& language) const {
  auto found = names.find(language);
  if (found != names.end()) return found->second;
  found = names.find("en");
  if (found != names.end()) return found->second;
  return names.empty() ? std::string() : names.begin()->second;
}

Result<ContactsEdition> read_contacts_edition(const std::filesystem::path& file) {
  sql::ReadOptions options = catalog::contacts_read_options();
  options.integrity = sql::Integrity::check_every_page;
  KIOSK_TRY(database, sql::Database::open_readonly_immutable(file, options));
  Reading reading{database, {}, {}};
  KIOSK_TRY_STATUS(reading.packs());
  KIOSK_TRY_STATUS(reading.contacts());
  KIOSK_TRY_STATUS(reading.texts());
  KIOSK_TRY_STATUS(reading.numbers());
  KIOSK_TRY_STATUS(reading.sources());
  return std::move(reading.edition);
}

}  // namespace kiosk::publish

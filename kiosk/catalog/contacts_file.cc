#include "kiosk/catalog/contacts_file.h"

#include <algorithm>
#include <type_traits>

#include "kiosk/catalog/column.h"
#include "kiosk/catalog/outlasting.h"
#include "kiosk/catalog/schema.h"
#include "kiosk/rules/number.h"

namespace kiosk::catalog {
namespace {

void read_value(const sql::Statement& row, int& column, std::string& text) { text = text_at(row, column++); }
void read_value(const sql::Statement& row, int& column, Date& date) { date = date_at(row, column++).value_or(Date{}); }
void read_value(const sql::Statement& row, int& column, std::vector<std::string>& list) {
  list = list_at(row, column++);
}
void read_value(const sql::Statement& row, int& column, std::vector<LanguageTag>& tags) {
  tags = languages_at(row, column++);
}
void read_value(const sql::Statement& row, int& column, std::optional<Position>& place) {
  const int latitude = column++, longitude = column++;
  if (row.is_null(latitude) || row.is_null(longitude)) return;
  const double north = row.real(latitude), east = row.real(longitude);
  if (north >= -90 && north <= 90 && east >= -180 && east <= 180) place = Position{north, east};
}
template <class Value>
void read_value(const sql::Statement& row, int& column, std::optional<Value>& value) {
  if (row.is_null(column)) {
    ++column;
  } else {
    read_value(row, column, value.emplace());
  }
}
// A word that is none leaves the most careful choice, with which ContactFacts begins.
template <class Choice>
requires std::is_enum_v<Choice>
void read_value(const sql::Statement& row, int& column, Choice& choice) { choice = choice_at(row, column++, choice); }

// The latest day that the file itself proves to have come.
Result<Date> last_verified(const sql::Database& database) {
  Date last{};
  KIOSK_TRY(rows, database.prepare("SELECT verified_on FROM contact LIMIT ?"));
  rows.bind(1, static_cast<int64_t>(kMaxContacts));
  while (true) {
    KIOSK_TRY(row, rows.step());
    if (!row) return last;
    last = std::max(last, date_at(rows, 0).value_or(last));
  }
}

// All of them, or an error: with one in doubt, the others are too.
Result<std::vector<Number>> numbers_of(sql::Statement& rows, int64_t contact) {
  const Error damaged{Code::damaged, "A number in contacts.db is damaged. Install it again."};
  std::vector<Number> numbers;
  rows.reset();
  rows.bind(1, contact);
  while (true) {
    KIOSK_TRY(row, rows.step());
    if (!row) return numbers;
    const auto use = choice_of<NumberUse>(rows.text(3));
    if (!use || numbers.size() == kMaxNumbersOfContact) return damaged;
    Number number{text_at(rows, 0), text_at(rows, 1), text_at(rows, 2), *use, choice_at(rows, 4, Cost::unknown),
                  list_at(rows, 5)};
    if (rules::objection_to_number(number.dial, number.display, number.national)) return damaged;
    numbers.push_back(std::move(number));
  }
}

}  // namespace

Result<ContactsFile> ContactsFile::open(const std::filesystem::path& file) {
  KIOSK_TRY(database, sql::Database::open_readonly_immutable(file, contacts_read_options()));
  const Error damaged{Code::damaged, file.string() + " does not say which pack it belongs to. Install it again."};
  std::string pack;
  std::optional<LanguageTag> source_language;
  {
    KIOSK_TRY(row, database.prepare("SELECT id, source_language FROM pack"));
    KIOSK_TRY(found, row.step());
    if (!found) return damaged;
    pack = text_at(row, 0);
    auto tag = LanguageTag::parse(row.text(1));
    if (!tag) return damaged;
    source_language = *tag;
  }
  KIOSK_TRY(last, last_verified(database));
  return ContactsFile(std::move(database), std::move(pack), *source_language, last);
}

Result<std::vector<Contact>> ContactsFile::all(const LanguageTag& language, Date today) const {
  return read("", language, today);
}

Result<Contact> ContactsFile::one(const std::string& id, const LanguageTag& language, Date today) const {
  const Error absent{Code::not_found, "There is no contact \"" + id + "\"."};
  if (id.empty()) return absent;
  KIOSK_TRY(contacts, read(id, language, today));
  if (contacts.empty()) return absent;
  return std::move(contacts.front());
}

Result<std::vector<Contact>> ContactsFile::read(const std::string& id, const LanguageTag& language, Date today) const {
  const Date judged_on = std::max(today, last_verified_);
  std::vector<Contact> contacts;
  KIOSK_TRY(rows, database_.prepare("SELECT number, id, " + contact_fact_columns() + " FROM contact " +
                                    (id.empty() ? "ORDER BY number LIMIT ?1" : "WHERE id = ?2 LIMIT ?1")));
  rows.bind(1, static_cast<int64_t>(kMaxContacts));
  if (!id.empty()) rows.bind(2, std::string_view(id));
  KIOSK_TRY(texts, database_.prepare("SELECT " + contact_text_columns() +
                                     " FROM contact_text WHERE contact = ? AND language = ?"));
  KIOSK_TRY(numbers_of_one,
            database_.prepare("SELECT dial, display, national, use, cost, countries FROM contact_number "
                              "WHERE contact = ? ORDER BY position"));
  KIOSK_TRY(sources, database_.prepare("SELECT title, address, publisher, date, language FROM contact_source "
                                       "WHERE contact = ? ORDER BY position"));
  while (true) {
    KIOSK_TRY(row, rows.step());
    if (!row) return contacts;
    ContactFacts facts;
    int column = 2;
    each_contact_fact([&](const auto& field) { read_value(rows, column, facts.*field.value); });
    if (facts.show == Show::never) continue;
    const int64_t number = rows.integer(0);
    KIOSK_TRY(words, words_of(texts, number, language));
    if (!words) continue;
    Contact contact = std::move(*words);
    static_cast<ContactFacts&>(contact) = std::move(facts);
    contact.id = text_at(rows, 1);
    contact.sources = sources_of(sources.bind(1, number), kMaxListLength, source_language_);

    contact.ask_staff = contact.show != Show::yes || contact.verified_on == Date{} || contact.expires_on == Date{} ||
                        (judged_on > contact.expires_on && !outlasts_its_check(contact.kind, contact.country, home_));
    if (!contact.ask_staff) {
      auto numbers = numbers_of(numbers_of_one, number);
      if (numbers) contact.numbers = std::move(*numbers);
      contact.ask_staff = !numbers.ok();
    }
    contacts.push_back(std::move(contact));
  }
}

Result<std::optional<Contact>> ContactsFile::words_of(sql::Statement& row, int64_t contact,
                                                      const LanguageTag& language) const {
  std::optional<Contact> words;
  for (const LanguageTag& tag : {language, source_language_}) {
    row.bind(1, contact).bind(2, std::string_view(tag.str()));
    KIOSK_TRY(found, row.step());
    if (!found) continue;
    const bool first = !words;
    if (first) words.emplace().language = tag;
    int column = 0;
    for (const auto& field : kContactTexts<std::string>) {
      std::string& text = *words.*field.words;
      if (first || (field.role == TextRole::place && text.empty())) text = text_at(row, column);
      ++column;
    }
    row.reset();
  }
  return words;
}

}  // namespace kiosk::catalog

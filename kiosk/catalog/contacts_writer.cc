#include "kiosk/catalog/contacts_writer.h"

#include <iterator>
#include <type_traits>

#include "kiosk/catalog/choices.h"
#include "kiosk/catalog/entry_rules.h"
#include "kiosk/catalog/schema.h"
#include "kiosk/rules/number.h"

namespace kiosk::catalog {
namespace {

std::string joined(const std::vector<std::string>& list) {
  std::string all;
  for (const std::string& one : list) all += (all.empty() ? "" : " ") + one;
  return all;
}

std::string gaps(size_t count) {
  std::string list = "?";
  while (--count > 0) list += ",?";
  return list;
}

Number with_display(Number number) {
  if (number.display.empty()) number.display = number.dial;
  return number;
}

void bind_value(sql::Statement& insert, int& parameter, const std::string& text) {
  insert.bind(parameter++, std::string_view(text));
}
void bind_value(sql::Statement& insert, int& parameter, Date date) { insert.bind(parameter++, format_date(date)); }
void bind_value(sql::Statement& insert, int& parameter, const std::vector<std::string>& list) {
  insert.bind(parameter++, joined(list));
}
void bind_value(sql::Statement& insert, int& parameter, const std::vector<LanguageTag>& languages) {
  std::vector<std::string> tags;
  for (const LanguageTag& tag : languages) tags.push_back(tag.str());
  bind_value(insert, parameter, tags);
}
void bind_value(sql::Statement& insert, int& parameter, const std::optional<Position>& place) {
  if (place) {
    insert.bind_real(parameter, place->first).bind_real(parameter + 1, place->second);
  } else {
    insert.bind_null(parameter).bind_null(parameter + 1);
  }
  parameter += 2;
}
template <class Value>
void bind_value(sql::Statement& insert, int& parameter, const std::optional<Value>& value) {
  value ? bind_value(insert, parameter, *value) : static_cast<void>(insert.bind_null(parameter++));
}
template <class Choice>
requires std::is_enum_v<Choice>
void bind_value(sql::Statement& insert, int& parameter, Choice choice) { insert.bind(parameter++, word_of(choice)); }

}  // namespace

Result<ContactsWriter> ContactsWriter::create(const std::filesystem::path& file, const Pack& pack) {
  KIOSK_TRY(database, sql::Database::create(file, kContactsKind));
  for (const std::string& statement : contacts_schema()) KIOSK_TRY_STATUS(database.execute(statement));
  KIOSK_TRY_STATUS(database.execute("BEGIN"));
  {
    KIOSK_TRY(insert, database.prepare("INSERT INTO pack VALUES(?,?)"));
    KIOSK_TRY_STATUS(
        insert.bind(1, std::string_view(pack.id)).bind(2, std::string_view(pack.source_language.str())).run());
  }
  return ContactsWriter(std::move(database), pack.source_language);
}

Status ContactsWriter::check(const ContactEntry& contact) const {
  const std::string what = "Contact \"" + contact.id + "\"";
  KIOSK_TRY_STATUS(check_id(what, contact.id));
  if (ids_.contains(contact.id)) return invalid(what + " is there twice. Give one of them another id.");
  if (ids_.size() == kMaxContacts)
    return invalid(what + " is one too many: a catalog holds " + std::to_string(kMaxContacts) + ".");
  KIOSK_TRY_STATUS(check_list(what, contact.topics));
  if (contact.numbers.size() > kMaxNumbersOfContact || contact.sources.size() > kMaxListLength)
    return invalid(what + " has more than " + std::to_string(kMaxNumbersOfContact) + " numbers or " +
                   std::to_string(kMaxListLength) + " sources. Divide it.");
  for (const Number& number : contact.numbers) {
    const Number shown = with_display(number);
    if (auto wrong = rules::objection_to_number(shown.dial, shown.display, shown.national))
      return invalid(what + ": " + wrong->what + " " + wrong->remedy);
    KIOSK_TRY_STATUS(check_list(what, number.from));
  }
  const auto source = contact.words.find(source_language_);
  if (source == contact.words.end() || source->second.name.empty())
    return invalid(what + " has no name in " + source_language_.str() + ". Write one.");
  for (const auto& [language, words] : contact.words) {
    for (const auto& field : kContactTexts<std::string>) {
      if (field.role != TextRole::place && (words.*field.words).empty() != (source->second.*field.words).empty())
        return invalid(what + " says not the same in " + language.str() + " and " + source_language_.str() +
                       ". Translate every text, or none.");
    }
  }
  return {};
}

Status ContactsWriter::add(const ContactEntry& contact) {
  KIOSK_TRY_STATUS(check(contact));
  ids_.insert(contact.id);
  KIOSK_TRY(insert, database_.prepare("INSERT INTO contact(number, id, " + contact_fact_columns() + ") VALUES(" +
                                      gaps(2 + names_of_fact_columns().size()) + ")"));
  insert.bind(1, static_cast<int64_t>(ids_.size())).bind(2, std::string_view(contact.id));
  int parameter = 3;
  each_contact_fact([&](const auto& field) { bind_value(insert, parameter, contact.*field.value); });
  KIOSK_TRY_STATUS(insert.run());
  KIOSK_TRY_STATUS(write_words(contact));
  KIOSK_TRY_STATUS(write_numbers(contact));
  return write_sources(contact);
}

Status ContactsWriter::write_words(const ContactEntry& contact) {
  KIOSK_TRY(insert, database_.prepare("INSERT INTO contact_text(contact, language, " + contact_text_columns() +
                                      ") VALUES(" + gaps(2 + std::size(kContactTexts<std::string>)) + ")"));
  for (const auto& [language, words] : contact.words) {
    insert.bind(1, static_cast<int64_t>(ids_.size())).bind(2, std::string_view(language.str()));
    int parameter = 3;
    for (const auto& field : kContactTexts<std::string>) bind_value(insert, parameter, words.*field.words);
    KIOSK_TRY_STATUS(insert.run());
  }
  return {};
}

Status ContactsWriter::write_numbers(const ContactEntry& contact) {
  if (contact.show != Show::yes) return {};
  KIOSK_TRY(insert, database_.prepare("INSERT INTO contact_number VALUES(?,?,?,?,?,?,?,?)"));
  int64_t position = 0;
  for (const Number& given : contact.numbers) {
    const Number number = with_display(given);
    insert.bind(1, static_cast<int64_t>(ids_.size())).bind(2, ++position).bind(3, std::string_view(number.dial));
    insert.bind(4, std::string_view(number.display)).bind(5, std::string_view(number.national));
    insert.bind(6, word_of(number.use)).bind(7, word_of(number.cost)).bind(8, joined(number.from));
    KIOSK_TRY_STATUS(insert.run());
  }
  return {};
}

Status ContactsWriter::write_sources(const ContactEntry& contact) {
  KIOSK_TRY(insert, database_.prepare("INSERT INTO contact_source VALUES(?,?,?,?,?,?,?)"));
  return write_source_rows(insert, static_cast<int64_t>(ids_.size()), contact.sources);
}

Status ContactsWriter::finish() {
  KIOSK_TRY_STATUS(database_.execute("COMMIT"));
  return database_.finish();
}

}  // namespace kiosk::catalog

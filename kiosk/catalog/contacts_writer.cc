#include "kiosk/catalog/contacts_writer.h"

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

Number with_display(Number number) {
  if (number.display.empty()) number.display = number.dial;
  return number;
}

}  // namespace

Result<ContactsWriter> ContactsWriter::create(const std::filesystem::path& file, const Pack& pack) {
  KIOSK_TRY(database, sql::Database::create(file, kContactsKind));
  for (std::string_view statement : kContactsSchema) KIOSK_TRY_STATUS(database.execute(std::string(statement)));
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
  for (const auto* list : {&contact.topics}) KIOSK_TRY_STATUS(check_list(what, *list));
  if (contact.numbers.size() > kMaxNumbersOfContact || contact.sources.size() > kMaxListLength ||
      (contact.languages && contact.languages->size() > kMaxLanguages))
    return invalid(what + " has too many numbers, sources or languages. Divide it.");
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
    for (auto field : {&ContactWords::name, &ContactWords::serves, &ContactWords::answers, &ContactWords::advice,
                       &ContactWords::directions}) {
      if ((words.*field).empty() != (source->second.*field).empty())
        return invalid(what + " says not the same in " + language.str() + " and " + source_language_.str() +
                       ". Translate every text, or none.");
    }
  }
  return {};
}

Status ContactsWriter::add(const ContactEntry& contact) {
  KIOSK_TRY_STATUS(check(contact));
  ids_.insert(contact.id);
  KIOSK_TRY(insert, database_.prepare("INSERT INTO contact VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"));
  insert.bind(1, static_cast<int64_t>(ids_.size())).bind(2, std::string_view(contact.id));
  insert.bind(3, word_of(contact.kind)).bind(4, word_of(contact.show)).bind(5, std::string_view(contact.country));
  insert.bind(6, joined(contact.topics)).bind(7, std::string_view(contact.who_answers));
  if (contact.coordinates) {
    insert.bind_real(8, contact.coordinates->first).bind_real(9, contact.coordinates->second);
  } else {
    insert.bind_null(8).bind_null(9);
  }
  insert.bind(10, std::string_view(contact.website));
  contact.hours ? insert.bind(11, std::string_view(*contact.hours)) : insert.bind_null(11);
  if (contact.languages) {
    std::vector<std::string> tags;
    for (const LanguageTag& tag : *contact.languages) tags.push_back(tag.str());
    insert.bind(12, joined(tags));
  } else {
    insert.bind_null(12);
  }
  insert.bind(13, word_of(contact.verification)).bind(14, format_date(contact.verified_on));
  insert.bind(15, std::string_view(contact.verified_by)).bind(16, format_date(contact.expires_on));
  KIOSK_TRY_STATUS(insert.run());
  KIOSK_TRY_STATUS(write_words(contact));
  KIOSK_TRY_STATUS(write_numbers(contact));
  return write_sources(contact);
}

Status ContactsWriter::write_words(const ContactEntry& contact) {
  KIOSK_TRY(insert, database_.prepare("INSERT INTO contact_text VALUES(?,?,?,?,?,?,?,?,?)"));
  for (const auto& [language, words] : contact.words) {
    insert.bind(1, static_cast<int64_t>(ids_.size())).bind(2, std::string_view(language.str()));
    insert.bind(3, std::string_view(words.name)).bind(4, std::string_view(words.serves));
    insert.bind(5, std::string_view(words.answers)).bind(6, std::string_view(words.advice));
    insert.bind(7, std::string_view(words.address)).bind(8, std::string_view(words.county));
    KIOSK_TRY_STATUS(insert.bind(9, std::string_view(words.directions)).run());
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

// A content folder as read: every value with the line it stands on, nothing judged yet except its form.
// Plain values. The meaning of each field is in content/AUTHORING.md.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "kiosk/base/date.h"
#include "kiosk/base/language_tag.h"
#include "kiosk/catalog/model.h"
#include "kiosk/catalog/outlasting.h"
#include "kiosk/catalog/writer.h"
#include "kiosk/document/document.h"
#include "kiosk/publish/fields.h"
#include "kiosk/publish/keyboard_file.h"
#include "kiosk/publish/picture/picture_set.h"

namespace kiosk::publish {

struct DeclaredLanguage {
  LanguageTag tag;
  std::string name;
  int line = 0;
};

struct SectionEntry {
  std::string id;
  Text parent, screen, icon, picture, colour;
  TextByLanguage title;
  int line = 0;
};

struct PackFile {
  std::string id, country, time_zone;
  TextByLanguage title;
  std::optional<Date> published;
  int published_line = 0;
  LanguageTag source_language = LanguageTag::of("und");
  bool hide_unreviewed = false;
  int contact_validity_days = 90;
  std::vector<DeclaredLanguage> languages;
  std::vector<SectionEntry> sections;
  std::map<std::string, Text> filter_pictures;  // of the choices above the contacts: danger, children ...
  // What those who check pages are called in other languages, by what the pages call them.
  std::map<std::string, TextByLanguage> checkers;
  // Added to the built-in lists of words_rules.h, by language.
  std::map<LanguageTag, std::vector<std::string>> quiet_words, promise_words;

  // REQUIRES: `name` is what a page calls who checked it.
  const std::string& checker_in(const LanguageTag& language, const std::string& name) const {
    auto known = checkers.find(name);
    if (known == checkers.end()) return name;
    auto translated = known->second.find(language);
    return translated == known->second.end() ? name : translated->second.text;
  }

  bool declares(const LanguageTag& language) const {
    for (const DeclaredLanguage& declared : languages) {
      if (declared.tag == language) return true;
    }
    return false;
  }
};

struct SourceEntry {
  catalog::Source source;
  int line = 0;
};

// What only the file in the source language carries.
struct TopicFacts {
  Text section, icon, picture;
  std::optional<long> position;
  catalog::Sensitivity sensitivity = catalog::Sensitivity::green;
  std::vector<Text> contacts;
  std::vector<SourceEntry> sources;
  std::optional<Date> date;  // news
  std::optional<Date> checked_on;
  Text checked_by;
  int checked_line = 0;
};

// What only a translation carries.
struct TranslationFacts {
  Text of, by, reviewed_by;
  std::optional<Date> on, reviewed_on;
  int line = 0;

  bool reviewed() const { return !reviewed_by.empty() && reviewed_on.has_value(); }
};

// One file: a page in one language.
struct TopicFile {
  std::string file;
  catalog::TopicKind kind = catalog::TopicKind::topic;
  std::string id;
  LanguageTag language = LanguageTag::of("und");
  Text title, summary;
  std::vector<Text> keywords;
  std::string body;
  int body_line = 0;  // of the file, where the body begins
  document::Document document;
  std::optional<TopicFacts> facts;              // exactly one of the two: in the source language ...
  std::optional<TranslationFacts> translation;  // ... or not

  int line_of(const document::Block& block) const { return body_line + block.line - 1; }
};

using catalog::Show;

struct NumberEntry {
  catalog::Number number;
  int line = 0;
  bool from_refused = false;  // it names countries in a way that was complained of
};

// A call that somebody made to test a number.
struct CallEntry {
  std::optional<Date> on;
  std::string dial;  // one of the contact's numbers
  Text network, answered, language, by;
  int line = 0;
};

// Of what is not written the fields keep the values with which they begin.
struct ContactFile : catalog::ContactFacts, catalog::ContactTexts<TextByLanguage> {
  std::string file;
  std::string id;
  Text picture;
  long position = 0;
  std::vector<NumberEntry> numbers;
  std::vector<CallEntry> calls;
  std::vector<SourceEntry> sources;
  TextByLanguage reviewed_by;               // the native speaker who read its words in a language
  std::map<LanguageTag, Date> reviewed_on;  // and when
  std::map<std::string_view, int> lines;    // of the fields of contact_fields.h, by their key there

  // 0: it is not written.
  int line_of(std::string_view key) const {
    auto found = lines.find(key);
    return found == lines.end() ? 0 : found->second;
  }
  bool verified() const { return verified_on != Date{}; }
  bool reviewed(const LanguageTag& language) const {
    return reviewed_by.contains(language) && reviewed_on.contains(language);
  }

  // Its numbers may be shown on `day`.
  bool dialable_on(Date day, const PackFile& pack) const {
    return show == Show::yes && verified() &&
           (day <= shown_until(pack) || catalog::outlasts_its_check(kind, country, pack.country));
  }
  // REQUIRES: verified()
  Date shown_until(const PackFile& pack) const {
    return expires_on != Date{} ? expires_on : verified_on + std::chrono::days(pack.contact_validity_days);
  }
};

struct MediumEntry {
  std::string path;  // under media/
  std::string licence, author, people;
  TextByLanguage description;
  int line = 0;
};

struct MessageEntry {
  std::string original, plural;
  std::vector<std::string> translations;  // one, or one for each plural form; empty when missing or fuzzy
  bool fuzzy = false;
  int line = 0;

  bool translated() const { return !translations.empty(); }
};

struct MessageFile {
  std::string file;
  LanguageTag language = LanguageTag::of("und");
  std::string plural_forms;  // the header's rule
  std::vector<MessageEntry> messages;
};

// A word of the source language, with how other languages say it and how not.
struct GlossaryTerm {
  std::string term;
  std::map<LanguageTag, std::vector<std::string>> use, refuse;
};

// A county on the map.
struct AreaEntry {
  TextByLanguage name;
  std::vector<std::vector<Position>> outline;
};

struct Content {
  std::filesystem::path folder;
  PackFile pack;
  std::vector<TopicFile> topics;      // pages and news, by id, then in the order of the pack's languages
  std::vector<ContactFile> contacts;  // by id
  std::vector<MediumEntry> media;
  PictureSet pictures;
  std::vector<AreaEntry> areas;
  std::string map_credit;
  std::vector<GlossaryTerm> glossary;
  std::vector<KeyboardFile> keyboards;  // by name
  std::vector<MessageEntry> words;      // ui/kiosk.pot
  std::vector<MessageFile> messages;
  std::set<std::string> unreadable;  // files that are there, but of which nothing else is known

  const TopicFile* find_source(const std::string& id) const;
  const ContactFile* find_contact(const std::string& id) const;
  const SectionEntry* find_section(const std::string& id) const;
  const MediumEntry* find_medium(const std::string& path) const;

  // The pages of the source language as the kiosk shows them: section by section, in each as the pages say, then by
  // name; then the news, newest first.
  std::vector<const TopicFile*> sources_in_order() const;

  // There is a file for it, read or not: what names it is not wrong.
  bool has_source(const std::string& id) const;
  bool has_contact(const std::string& id) const;
};

}  // namespace kiosk::publish

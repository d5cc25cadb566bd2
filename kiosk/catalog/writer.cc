#include "kiosk/catalog/writer.h"

#include <algorithm>
#include <set>

#include "kiosk/base/slug.h"
#include "kiosk/catalog/choices.h"
#include "kiosk/catalog/contacts_writer.h"
#include "kiosk/catalog/entry_rules.h"
#include "kiosk/catalog/keyboard_rows.h"
#include "kiosk/catalog/objects.h"
#include "kiosk/catalog/outline.h"
#include "kiosk/catalog/schema.h"
#include "kiosk/catalog/search_index.h"
#include "kiosk/document/markdown.h"

namespace kiosk::catalog {
namespace {

class BothFilesWriter : public Writer {
 public:
  BothFilesWriter(std::filesystem::path folder, Pack pack, std::vector<Language> languages, ContactsWriter contacts,
                  sql::Database content)
      : folder_(std::move(folder)),
        pack_(std::move(pack)),
        languages_(std::move(languages)),
        contacts_(std::move(contacts)),
        content_(std::move(content)) {}

  Status begin();

  Status add_message(const LanguageTag& language, const std::string& original, const std::string& translation) override;
  Status add_title(const LanguageTag& language, const std::string& title) override;
  Status add_font(const Font& font) override;
  Status add_keyboard(const LanguageTag& language, const Keyboard& keyboard) override;
  Status add_section(const SectionEntry& section) override;
  Status add_topic(const TopicEntry& topic) override;
  Status add_contact(const ContactEntry& contact) override;
  Status add_area(const AreaEntry& area) override;
  Status add_medium(const std::string& path, std::span<const uint8_t> bytes,
                    const std::map<LanguageTag, std::string>& descriptions) override;
  Status add_drawing(const DrawingEntry& drawing) override;
  Status add_filter_picture(const std::string& filter, const std::string& drawing) override {
    return add_help_picture(kFilterPicture, filter, drawing);
  }
  Status finish() override;

 private:
  // Error: the pack does not declare it.
  Result<int64_t> number_of(const std::string& what, const LanguageTag& language) const;
  Status check(const TopicEntry& topic) const;
  Status write_words(int64_t number, const TopicEntry& topic);
  Status write_lists(int64_t number, const TopicEntry& topic);

  Status add_help_picture(std::string_view kind, const std::string& id, const std::string& drawing);

  std::filesystem::path folder_;
  Pack pack_;
  std::vector<Language> languages_;
  ContactsWriter contacts_;
  sql::Database content_;
  std::set<std::string> sections_, topics_, media_, drawings_;
  int64_t areas_ = 0, fonts_ = 0;
  std::set<int64_t> keyboards_;  // numbers of their languages
  std::set<std::pair<int64_t, std::string>> messages_;
  std::map<int64_t, std::string> keywords_;  // by number of the text
};

Status BothFilesWriter::begin() {
  for (std::string_view statement : kContentSchema) KIOSK_TRY_STATUS(content_.execute(std::string(statement)));
  KIOSK_TRY_STATUS(content_.execute("BEGIN"));
  KIOSK_TRY(source, number_of("The pack", pack_.source_language));
  KIOSK_TRY(insert, content_.prepare("INSERT INTO pack VALUES(?,?,?,?,?,?)"));
  insert.bind(1, std::string_view(pack_.id)).bind(2, std::string_view(pack_.country));
  insert.bind(3, std::string_view(pack_.time_zone)).bind(4, format_date(pack_.published));
  KIOSK_TRY_STATUS(insert.bind(5, pack_.version).bind(6, source).run());
  KIOSK_TRY_STATUS(add_title(pack_.source_language, pack_.title));
  KIOSK_TRY(insert_language, content_.prepare("INSERT INTO language VALUES(?,?,?)"));
  for (size_t i = 0; i < languages_.size(); ++i) {
    insert_language.bind(1, static_cast<int64_t>(i)).bind(2, std::string_view(languages_[i].tag.str()));
    KIOSK_TRY_STATUS(insert_language.bind(3, std::string_view(languages_[i].name)).run());
  }
  return {};
}

Result<int64_t> BothFilesWriter::number_of(const std::string& what, const LanguageTag& language) const {
  const auto found = std::ranges::find(languages_, language, &Language::tag);
  if (found == languages_.end())
    return invalid(what + " is in the language " + language.str() +
                   ", which the pack does not declare. Declare it or leave it out.");
  return found - languages_.begin();
}

Status BothFilesWriter::add_message(const LanguageTag& language, const std::string& original,
                                    const std::string& translation) {
  const std::string what = "The message \"" + original + "\"";
  KIOSK_TRY(number, number_of(what, language));
  if (!messages_.insert({number, original}).second) return invalid(what + " is there twice in " + language.str() + ".");
  KIOSK_TRY(insert, content_.prepare("INSERT INTO message VALUES(?,?,?)"));
  return insert.bind(1, number).bind(2, std::string_view(original)).bind(3, std::string_view(translation)).run();
}

Status BothFilesWriter::add_title(const LanguageTag& language, const std::string& title) {
  KIOSK_TRY(number, number_of("The title of the pack", language));
  KIOSK_TRY(insert, content_.prepare("INSERT OR REPLACE INTO pack_title VALUES(?,?)"));
  return insert.bind(1, number).bind(2, std::string_view(title)).run();
}

Status BothFilesWriter::add_font(const Font& font) {
  const std::string what = "The font \"" + font.path.string() + "\"";
  const std::string file = font.path.lexically_relative(kFontFolder).string();
  if (!is_font_file(file))
    return invalid(what + " is not below " + std::string(kFontFolder) + ", where packages install them.");
  if (!text::is_script(font.script)) return invalid(what + " has no script.");
  if (fonts_ == kMaxFonts)
    return invalid(what + " is one too many: a catalog names " + std::to_string(kMaxFonts) + ".");
  std::string languages;
  for (const LanguageTag& language : font.languages) {
    if (auto declared = number_of(what, language); !declared.ok()) return declared.error();
    languages += (languages.empty() ? "" : " ") + language.str();
  }
  KIOSK_TRY(insert, content_.prepare("INSERT INTO font VALUES(?,?,?,?,?,?,?)"));
  insert.bind(1, ++fonts_).bind(2, std::string_view(font.script)).bind(3, word_of(font.weight));
  insert.bind(4, std::string_view(file)).bind(5, static_cast<int64_t>(font.index));
  return insert.bind(6, std::string_view(font.package)).bind(7, std::string_view(languages)).run();
}

Status BothFilesWriter::add_keyboard(const LanguageTag& language, const Keyboard& keyboard) {
  const std::string what = "The keyboard of " + language.str();
  KIOSK_TRY(number, number_of(what, language));
  if (!keyboards_.insert(number).second) return invalid(what + " is there twice.");
  KIOSK_TRY_STATUS(check_keyboard(what, keyboard));
  return write_keyboard(content_, number, keyboard);
}

Status BothFilesWriter::add_area(const AreaEntry& area) {
  const auto name = area.names.find(pack_.source_language);
  if (name == area.names.end())
    return invalid("A part of the map has no name in " + pack_.source_language.str() + ". Write one.");
  const std::string what = "\"" + name->second + "\" on the map";
  if (areas_ == kMaxAreas)
    return invalid(what + " is one too many: a catalog holds " + std::to_string(kMaxAreas) + ".");
  KIOSK_TRY(outline, write_outline(what, area.outline));
  KIOSK_TRY(insert, content_.prepare("INSERT INTO area VALUES(?,?)"));
  KIOSK_TRY_STATUS(insert.bind(1, ++areas_).bind(2, std::string_view(outline)).run());
  KIOSK_TRY(insert_name, content_.prepare("INSERT INTO area_name VALUES(?,?,?)"));
  for (const auto& [language, words] : area.names) {
    KIOSK_TRY(number, number_of(what, language));
    KIOSK_TRY_STATUS(insert_name.bind(1, areas_).bind(2, number).bind(3, std::string_view(words)).run());
  }
  return {};
}

Status BothFilesWriter::add_section(const SectionEntry& section) {
  const std::string what = "Section \"" + section.id + "\"";
  KIOSK_TRY_STATUS(check_id(what, section.id));
  if (!sections_.insert(section.id).second) return invalid(what + " is there twice. Give one of them another id.");
  if (sections_.size() > kMaxSections)
    return invalid(what + " is one too many: a catalog holds " + std::to_string(kMaxSections) + ".");
  if (!section.titles.contains(pack_.source_language))
    return invalid(what + " has no title in " + pack_.source_language.str() + ". Write one.");
  const auto number = static_cast<int64_t>(sections_.size());
  KIOSK_TRY(insert, content_.prepare("INSERT INTO section VALUES(?,?,?,?,?,?,?)"));
  insert.bind(1, number).bind(2, std::string_view(section.id)).bind(3, std::string_view(section.parent));
  insert.bind(4, std::string_view(section.screen)).bind(5, std::string_view(section.icon));
  insert.bind(6, std::string_view(section.colour));
  KIOSK_TRY_STATUS(insert.bind(7, std::string_view(section.picture)).run());
  KIOSK_TRY(insert_title, content_.prepare("INSERT INTO section_title VALUES(?,?,?)"));
  for (const auto& [language, title] : section.titles) {
    KIOSK_TRY(language_number, number_of(what, language));
    KIOSK_TRY_STATUS(insert_title.bind(1, number).bind(2, language_number).bind(3, std::string_view(title)).run());
  }
  return {};
}

Status BothFilesWriter::check(const TopicEntry& topic) const {
  const std::string what = "Topic \"" + topic.id + "\"";
  KIOSK_TRY_STATUS(check_id(what, topic.id));
  if (topics_.contains(topic.id)) return invalid(what + " is there twice. Give one of them another name.");
  if (topics_.size() == kMaxTopics)
    return invalid(what + " is one too many: a catalog holds " + std::to_string(kMaxTopics) + ".");
  if (topic.kind == TopicKind::news && !topic.date)
    return invalid(what + " is news without a date. Write date: into it.");
  if (!topic.words.contains(pack_.source_language))
    return invalid(what + " has no text in " + pack_.source_language.str() + ". Write that first.");
  if (topic.contacts.size() > kMaxListLength || topic.sources.size() > kMaxListLength)
    return invalid(what + " has more than " + std::to_string(kMaxListLength) + " contacts or sources. Divide it.");
  for (const auto& [language, words] : topic.words) {
    if (words.title.empty()) return invalid(what + " has no title in " + language.str() + ". Write one.");
    if (auto body = document::parse_markdown(words.body); !body)
      return invalid(what + " in " + language.str() + ": " + body.error().message);
  }
  return {};
}

Status BothFilesWriter::add_topic(const TopicEntry& topic) {
  KIOSK_TRY_STATUS(check(topic));
  topics_.insert(topic.id);
  const auto number = static_cast<int64_t>(topics_.size());
  KIOSK_TRY(insert, content_.prepare("INSERT INTO topic VALUES(?,?,?,?,?,?,?,?,?)"));
  insert.bind(1, number).bind(2, std::string_view(topic.id)).bind(3, word_of(topic.kind));
  insert.bind(4, std::string_view(topic.section)).bind(5, std::string_view(topic.icon));
  insert.bind(6, std::string_view(topic.picture));
  topic.date ? insert.bind(7, format_date(*topic.date)) : insert.bind_null(7);
  insert.bind(8, word_of(topic.sensitivity));
  KIOSK_TRY_STATUS(insert.bind(9, format_date(topic.checked_on)).run());
  KIOSK_TRY_STATUS(write_words(number, topic));
  return write_lists(number, topic);
}

Status BothFilesWriter::write_words(int64_t number, const TopicEntry& topic) {
  KIOSK_TRY(insert, content_.prepare("INSERT INTO topic_text VALUES(?,?,?,?,?,?,?)"));
  for (const auto& [language, words] : topic.words) {
    KIOSK_TRY(language_number, number_of("Topic \"" + topic.id + "\"", language));
    const int64_t text = text_number(language_number, number);
    insert.bind(1, text).bind(2, std::string_view(words.title)).bind(3, std::string_view(words.summary));
    insert.bind(4, word_of(words.review)).bind(5, static_cast<int64_t>(words.stale));
    insert.bind(6, std::string_view(words.checked_by));
    KIOSK_TRY_STATUS(insert.bind(7, std::string_view(words.body)).run());
    for (const std::string& keyword : words.keywords) keywords_[text] += keyword + "\n";
  }
  return {};
}

Status BothFilesWriter::write_lists(int64_t number, const TopicEntry& topic) {
  KIOSK_TRY(insert, content_.prepare("INSERT INTO topic_contact VALUES(?,?,?)"));
  int64_t position = 0;
  for (const std::string& contact : topic.contacts)
    KIOSK_TRY_STATUS(insert.bind(1, number).bind(2, ++position).bind(3, std::string_view(contact)).run());
  KIOSK_TRY(insert_source, content_.prepare("INSERT INTO topic_source VALUES(?,?,?,?,?,?,?)"));
  return write_source_rows(insert_source, number, topic.sources);
}

Status BothFilesWriter::add_medium(const std::string& path, std::span<const uint8_t> bytes,
                                   const std::map<LanguageTag, std::string>& descriptions) {
  const std::string what = "The file media/" + path;
  if (path.empty()) return invalid(what + " has no name.");
  if (!media_.insert(path).second) return invalid(what + " is there twice.");
  if (bytes.size() > static_cast<size_t>(kMaxMediumBytes)) return invalid(what + " is too large. Make it smaller.");
  const crypto::Sha256Digest digest = crypto::sha256(bytes);
  KIOSK_TRY_STATUS(write_object(folder_, digest, bytes));
  KIOSK_TRY(insert, content_.prepare("INSERT INTO medium VALUES(?,?,?)"));
  insert.bind(1, std::string_view(path)).bind(2, digest.hex());
  KIOSK_TRY_STATUS(insert.bind(3, static_cast<int64_t>(bytes.size())).run());
  KIOSK_TRY(insert_description, content_.prepare("INSERT INTO medium_description VALUES(?,?,?)"));
  for (const auto& [language, description] : descriptions) {
    KIOSK_TRY(number, number_of(what, language));
    insert_description.bind(1, std::string_view(path)).bind(2, number).bind(3, std::string_view(description));
    KIOSK_TRY_STATUS(insert_description.run());
  }
  return {};
}

Status BothFilesWriter::add_contact(const ContactEntry& contact) {
  KIOSK_TRY_STATUS(contacts_.add(contact));
  if (contact.picture.empty()) return {};
  return add_help_picture(kContactPicture, contact.id, contact.picture);
}

Status BothFilesWriter::add_help_picture(std::string_view kind, const std::string& id, const std::string& drawing) {
  KIOSK_TRY(insert, content_.prepare("INSERT INTO help_picture VALUES(?,?,?)"));
  return insert.bind(1, kind).bind(2, std::string_view(id)).bind(3, std::string_view(drawing)).run();
}

Status BothFilesWriter::add_drawing(const DrawingEntry& drawing) {
  const std::string what = "The drawing \"" + drawing.name + "\"";
  KIOSK_TRY_STATUS(check_id(what, drawing.name));
  if (!drawings_.insert(drawing.name).second) return invalid(what + " is there twice.");
  if (drawings_.size() > kMaxDrawings)
    return invalid(what + " is one too many: a catalog holds " + std::to_string(kMaxDrawings) + ".");
  KIOSK_TRY(insert, content_.prepare("INSERT INTO drawing VALUES(?,?)"));
  insert.bind(1, std::string_view(drawing.name));
  KIOSK_TRY_STATUS(insert.bind(2, static_cast<int64_t>(drawing.mirrored)).run());
  KIOSK_TRY(insert_words, content_.prepare("INSERT INTO drawing_words VALUES(?,?,?)"));
  for (const auto& [language, words] : drawing.words) {
    KIOSK_TRY(number, number_of(what, language));
    insert_words.bind(1, std::string_view(drawing.name)).bind(2, number);
    KIOSK_TRY_STATUS(insert_words.bind(3, std::string_view(words)).run());
  }
  for (const DrawingEntry::File& file : drawing.files)
    KIOSK_TRY_STATUS(add_medium(drawing_file(drawing.name, file.colours, file.side), file.png, {}));
  return {};
}

Status BothFilesWriter::finish() {
  KIOSK_TRY_STATUS(build_search_index(content_, keywords_));
  KIOSK_TRY_STATUS(content_.execute("COMMIT"));
  KIOSK_TRY_STATUS(content_.finish());
  return contacts_.finish();
}

}  // namespace

Result<std::unique_ptr<Writer>> Writer::create(const std::filesystem::path& folder, const Pack& pack,
                                               const std::vector<Language>& languages) {
  if (!is_slug(pack.id)) return invalid("The pack has no proper id. Use small letters, digits and hyphens.");
  for (auto language = languages.begin(); language != languages.end(); ++language)
    if (std::find_if(languages.begin(), language, [&](const Language& l) { return l.tag == language->tag; }) !=
        language)
      return invalid("The pack declares the language " + language->tag.str() + " twice.");
  KIOSK_TRY(contacts, ContactsWriter::create(folder / kContactsFile, pack));
  KIOSK_TRY(content, sql::Database::create(folder / kContentFile, kContentKind));
  auto writer = std::make_unique<BothFilesWriter>(folder, pack, languages, std::move(contacts), std::move(content));
  KIOSK_TRY_STATUS(writer->begin());
  return std::unique_ptr<Writer>(std::move(writer));
}

}  // namespace kiosk::catalog

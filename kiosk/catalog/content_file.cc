#include "kiosk/catalog/content_file.h"

#include <algorithm>

#include "kiosk/catalog/column.h"
#include "kiosk/catalog/keyboard_rows.h"
#include "kiosk/catalog/outline.h"
#include "kiosk/catalog/schema.h"

namespace kiosk::catalog {
namespace {

// A list longer than this is not scrolled by anybody.
constexpr int64_t kMaxListed = 10000;
constexpr int64_t kMaxMessages = 10000;

// ?1 and ?2: the numbers at which the texts of the wanted and of the source language begin. The columns of summary_at.
constexpr std::string_view kSummary =
    "SELECT t.number, t.id, t.kind, t.section, t.icon, t.date, t.sensitivity, x.number, x.title, x.summary, "
    "t.picture "
    "FROM topic t JOIN topic_text x ON x.number = coalesce("
    "(SELECT number FROM topic_text WHERE number = ?1 + t.number), "
    "(SELECT number FROM topic_text WHERE number = ?2 + t.number)) ";

Result<std::vector<Language>> read_languages(const sql::Database& database, const std::string& name) {
  std::vector<Language> languages;
  KIOSK_TRY(rows, database.prepare("SELECT number, tag, name FROM language ORDER BY number"));
  while (true) {
    KIOSK_TRY(row, rows.step());
    if (!row) return languages;
    auto tag = LanguageTag::parse(rows.text(1));
    if (!tag || rows.integer(0) != static_cast<int64_t>(languages.size()))
      return Error{Code::damaged, name + " has a damaged list of languages. Install it again."};
    languages.push_back({*tag, text_at(rows, 2)});
  }
}

}  // namespace

Result<ContentFile> ContentFile::open(const std::filesystem::path& file) {
  const std::string name = file.string();
  KIOSK_TRY(database, sql::Database::open_readonly_immutable(file, content_read_options()));
  KIOSK_TRY(languages, read_languages(database, name));
  const Error damaged{Code::damaged, name + " does not say what pack it is. Install it again."};
  std::optional<Pack> pack;
  {
    KIOSK_TRY(row,
              database.prepare("SELECT id, (SELECT title FROM pack_title WHERE language = source_language), country, "
                               "time_zone, published, version, source_language FROM pack"));
    KIOSK_TRY(found, row.step());
    if (!found) return damaged;
    const auto published = date_at(row, 4);
    const int64_t source = row.integer(6);
    if (!published || source < 0 || source >= static_cast<int64_t>(languages.size())) return damaged;
    pack = Pack{text_at(row, 0),
                text_at(row, 1),
                text_at(row, 2),
                text_at(row, 3),
                *published,
                row.integer(5),
                languages[static_cast<size_t>(source)].tag};
  }
  ContentFile content(std::move(database), std::move(*pack), std::move(languages));
  KIOSK_TRY_STATUS(content.find_offered());
  return content;
}

Status ContentFile::find_offered() {
  KIOSK_TRY(text, database_.prepare("SELECT number FROM topic_text WHERE number >= ? AND number < ? LIMIT 1"));
  // Digits alone say no page.
  KIOSK_TRY(recording, database_.prepare("SELECT path FROM medium WHERE path >= ?1 AND path < ?2 AND "
                                         "NOT (path >= ?3 AND path < ?4) LIMIT 1"));
  for (size_t i = 0; i < languages_.size(); ++i) {
    const auto number = static_cast<int64_t>(i);
    KIOSK_TRY(found, text.bind(1, text_number(number, 0)).bind(2, text_number(number + 1, 0)).step());
    text.reset();
    const std::string folder = "speech/" + languages_[i].tag.str();
    // In ASCII '0' follows '/', and '.' follows '-'.
    recording.bind(1, folder + "/").bind(2, folder + "0");
    KIOSK_TRY(heard, recording.bind(3, folder + "/digit-").bind(4, folder + "/digit.").step());
    recording.reset();
    if (!found && !heard) continue;
    offered_.push_back(languages_[i]);
    offered_.back().spoken_only = !found;
  }
  return {};
}

void ContentFile::withhold(const std::set<LanguageTag>& languages) {
  withheld_ = languages;
  withheld_.erase(pack_.source_language);
  std::erase_if(offered_, [&](const Language& language) { return withheld_.contains(language.tag); });
}

Result<std::vector<Font>> ContentFile::fonts() const {
  std::vector<Font> fonts;
  KIOSK_TRY(rows, database_.prepare(
                      "SELECT script, weight, file, face, package, languages FROM font ORDER BY number LIMIT ?"));
  rows.bind(1, static_cast<int64_t>(kMaxFonts));
  while (true) {
    KIOSK_TRY(row, rows.step());
    if (!row) return fonts;
    const std::string file = text_at(rows, 2);
    const int64_t index = rows.integer(3);
    if (!is_font_file(file) || index < 0 || index >= kMaxFonts) continue;
    Font font;
    font.script = text_at(rows, 0);
    font.weight = choice_at(rows, 1, text::Weight::regular);
    font.path = std::filesystem::path(kFontFolder) / file;
    font.index = static_cast<int>(index);
    font.package = text_at(rows, 4);
    font.languages = languages_at(rows, 5);
    if (text::is_script(font.script)) fonts.push_back(std::move(font));
  }
}

Result<Keyboard> ContentFile::keyboard(const LanguageTag& language) const {
  return read_keyboard(database_, number_of(language));
}

int64_t ContentFile::number_of(const LanguageTag& language) const {
  const auto found = std::ranges::find(languages_, language, &Language::tag);
  return found == languages_.end() ? -1 : found - languages_.begin();
}

Result<Titled> ContentFile::title(const LanguageTag& language) const {
  KIOSK_TRY(row, database_.prepare("SELECT title FROM pack_title WHERE language = ?"));
  KIOSK_TRY(found, row.bind(1, number_of(language)).step());
  if (found) return Titled{text_at(row, 0), language};
  return Titled{pack_.title, pack_.source_language};
}

Result<std::map<std::string, std::string>> ContentFile::messages(const LanguageTag& language) const {
  std::map<std::string, std::string> messages;
  KIOSK_TRY(rows, database_.prepare("SELECT original, translation FROM message WHERE language = ? LIMIT ?"));
  rows.bind(1, number_of(language)).bind(2, kMaxMessages);
  while (true) {
    KIOSK_TRY(row, rows.step());
    if (!row) return messages;
    messages[text_at(rows, 0)] = text_at(rows, 1);
  }
}

Result<std::vector<Section>> ContentFile::sections(const LanguageTag& language) const {
  std::vector<Section> sections;
  KIOSK_TRY(rows, database_.prepare(
                      "SELECT s.id, s.parent, s.screen, s.icon, s.colour, w.title, o.title, s.picture FROM section s "
                      "LEFT JOIN section_title w ON w.section = s.number AND w.language = ?1 "
                      "JOIN section_title o ON o.section = s.number AND o.language = ?2 "
                      "ORDER BY s.number LIMIT ?3"));
  rows.bind(1, number_of(language))
      .bind(2, number_of(pack_.source_language))
      .bind(3, static_cast<int64_t>(kMaxSections));
  while (true) {
    KIOSK_TRY(row, rows.step());
    if (!row) return sections;
    const bool translated = !rows.is_null(5);
    sections.push_back({text_at(rows, 0), text_at(rows, 1), text_at(rows, 2), text_at(rows, 3), text_at(rows, 4),
                        text_at(rows, translated ? 5 : 6), translated ? language : pack_.source_language,
                        text_at(rows, 7)});
  }
}

TopicSummary ContentFile::summary_at(const sql::Statement& row) const {
  const int64_t language = language_of_text(row.integer(7));
  const bool known = language >= 0 && language < static_cast<int64_t>(languages_.size());
  TopicSummary topic;
  topic.language = known ? languages_[static_cast<size_t>(language)].tag : pack_.source_language;
  topic.id = text_at(row, 1);
  topic.kind = choice_at(row, 2, TopicKind::topic);
  topic.section = text_at(row, 3);
  topic.icon = text_at(row, 4);
  topic.date = date_at(row, 5);
  topic.sensitivity = choice_at(row, 6, Sensitivity::red);
  topic.title = text_at(row, 8);
  topic.summary = text_at(row, 9);
  topic.picture = text_at(row, 10);
  return topic;
}

Result<std::vector<TopicSummary>> ContentFile::summaries(sql::Statement rows, const LanguageTag& language) const {
  std::vector<TopicSummary> topics;
  rows.bind(1, text_number(number_of(language), 0)).bind(2, text_number(number_of(pack_.source_language), 0));
  while (true) {
    KIOSK_TRY(row, rows.step());
    if (!row) return topics;
    topics.push_back(summary_at(rows));
  }
}

Result<std::vector<TopicSummary>> ContentFile::topics(const std::string& section, const LanguageTag& language) const {
  KIOSK_TRY(rows, database_.prepare(std::string(kSummary) +
                                    "WHERE t.kind = 'topic' AND t.section = ?3 ORDER BY t.number LIMIT ?4"));
  rows.bind(3, std::string_view(section)).bind(4, kMaxListed);
  return summaries(std::move(rows), language);
}

Result<std::vector<TopicSummary>> ContentFile::news(const LanguageTag& language) const {
  KIOSK_TRY(rows,
            database_.prepare(std::string(kSummary) + "WHERE t.kind = 'news' ORDER BY t.date DESC, t.number LIMIT ?3"));
  rows.bind(3, kMaxListed);
  return summaries(std::move(rows), language);
}

Result<std::vector<TopicSummary>> ContentFile::topics_of_texts(const std::vector<int64_t>& texts,
                                                               const LanguageTag& language) const {
  std::vector<TopicSummary> topics;
  KIOSK_TRY(rows, database_.prepare(std::string(kSummary) + "WHERE t.number = ?3"));
  rows.bind(1, text_number(number_of(language), 0));
  for (int64_t text : texts) {
    rows.bind(2, text_number(language_of_text(text), 0)).bind(3, topic_of_text(text));
    KIOSK_TRY(row, rows.step());
    if (!row) return Error{Code::damaged, "content.db finds a text that it does not hold. Install it again."};
    topics.push_back(summary_at(rows));
    rows.reset();
  }
  return topics;
}

Result<Topic> ContentFile::topic(const std::string& id, const LanguageTag& language) const {
  KIOSK_TRY(rows, database_.prepare(std::string(kSummary) + "WHERE t.id = ?3"));
  rows.bind(3, std::string_view(id));
  rows.bind(1, text_number(number_of(language), 0)).bind(2, text_number(number_of(pack_.source_language), 0));
  KIOSK_TRY(found, rows.step());
  if (!found) return Error{Code::not_found, "There is no topic \"" + id + "\"."};
  Topic topic;
  static_cast<TopicSummary&>(topic) = summary_at(rows);
  const int64_t number = rows.integer(0), text = rows.integer(7);

  KIOSK_TRY(more,
            database_.prepare("SELECT x.body, x.review, x.stale, t.checked_on, x.checked_by FROM topic t, topic_text x "
                              "WHERE t.number = ? AND x.number = ?"));
  KIOSK_TRY(there, more.bind(1, number).bind(2, text).step());
  if (!there) return Error{Code::damaged, "content.db lost a text while it was read. Install it again."};
  topic.body = text_at(more, 0);
  topic.review = choice_at(more, 1, Review::unreviewed);
  topic.stale = more.integer(2) != 0;
  topic.checked_on = date_at(more, 3).value_or(Date{});
  topic.checked_by = text_at(more, 4);
  KIOSK_TRY_STATUS(read_lists(number, topic));
  return topic;
}

Status ContentFile::read_lists(int64_t number, Topic& topic) const {
  KIOSK_TRY(contacts, database_.prepare("SELECT contact FROM topic_contact WHERE topic = ? ORDER BY position LIMIT ?"));
  contacts.bind(1, number).bind(2, static_cast<int64_t>(kMaxListLength));
  while (true) {
    KIOSK_TRY(row, contacts.step());
    if (!row) break;
    topic.contacts.push_back(text_at(contacts, 0));
  }
  KIOSK_TRY(
      sources,
      database_.prepare(
          "SELECT title, address, publisher, date, language FROM topic_source WHERE topic = ? ORDER BY position"));
  topic.sources = sources_of(sources.bind(1, number), kMaxListLength, pack_.source_language);
  KIOSK_TRY(text, database_.prepare("SELECT number FROM topic_text WHERE number = ?"));
  for (size_t i = 0; i < languages_.size(); ++i) {
    KIOSK_TRY(found, text.bind(1, text_number(static_cast<int64_t>(i), number)).step());
    if (found && !withheld_.contains(languages_[i].tag)) topic.languages.push_back(languages_[i].tag);
    text.reset();
  }
  return {};
}

Result<std::vector<Area>> ContentFile::areas(const LanguageTag& language) const {
  std::vector<Area> areas;
  KIOSK_TRY(rows, database_.prepare("SELECT a.outline, w.name, o.name FROM area a "
                                    "LEFT JOIN area_name w ON w.area = a.number AND w.language = ?1 "
                                    "JOIN area_name o ON o.area = a.number AND o.language = ?2 "
                                    "ORDER BY a.number LIMIT ?3"));
  rows.bind(1, number_of(language)).bind(2, number_of(pack_.source_language)).bind(3, static_cast<int64_t>(kMaxAreas));
  while (true) {
    KIOSK_TRY(row, rows.step());
    if (!row) return areas;
    const bool translated = !rows.is_null(1);
    areas.push_back(
        {text_at(rows, translated ? 1 : 2), translated ? language : pack_.source_language, read_outline(rows.text(0))});
  }
}

Result<Drawing> ContentFile::drawing(const std::string& name, const LanguageTag& language) const {
  KIOSK_TRY(row, database_.prepare("SELECT d.mirrored, w.words, o.words FROM drawing d "
                                   "LEFT JOIN drawing_words w ON w.name = d.name AND w.language = ?2 "
                                   "LEFT JOIN drawing_words o ON o.name = d.name AND o.language = ?3 "
                                   "WHERE d.name = ?1"));
  row.bind(1, std::string_view(name)).bind(2, number_of(language)).bind(3, number_of(pack_.source_language));
  KIOSK_TRY(found, row.step());
  if (!found) return Error{Code::not_found, "The catalog has no drawing \"" + name + "\"."};
  const bool translated = !row.is_null(1);
  return Drawing{name, row.integer(0) != 0, text_at(row, translated ? 1 : 2),
                 translated ? language : pack_.source_language};
}

Result<std::map<std::string, std::string>> ContentFile::help_pictures(std::string_view kind) const {
  std::map<std::string, std::string> pictures;
  KIOSK_TRY(rows, database_.prepare("SELECT id, picture FROM help_picture WHERE kind = ? LIMIT ?"));
  rows.bind(1, kind).bind(2, static_cast<int64_t>(kMaxContacts));
  while (true) {
    KIOSK_TRY(row, rows.step());
    if (!row) return pictures;
    pictures.emplace(text_at(rows, 0), text_at(rows, 1));
  }
}

Result<std::vector<std::string>> ContentFile::media(const std::string& folder) const {
  KIOSK_TRY(row, database_.prepare("SELECT path FROM medium WHERE path >= ? ORDER BY path"));
  row.bind(1, std::string_view(folder));
  std::vector<std::string> paths;
  for (;;) {
    KIOSK_TRY(found, row.step());
    if (!found || row.text(0).substr(0, folder.size()) != folder) return paths;
    paths.emplace_back(row.text(0));
  }
}

Result<MediumObject> ContentFile::medium(const std::string& path) const {
  KIOSK_TRY(row, database_.prepare("SELECT sha256, size FROM medium WHERE path = ?"));
  KIOSK_TRY(found, row.bind(1, std::string_view(path)).step());
  if (!found) return Error{Code::not_found, "The catalog has no file media/" + path + "."};
  KIOSK_TRY(digest, crypto::Sha256Digest::parse_hex(row.text(0)));
  const int64_t size = row.integer(1);
  if (size < 0 || size > kMaxMediumBytes)
    return Error{Code::damaged, "The file media/" + path + " has no size that could be. Install the catalog again."};
  return MediumObject{digest, size};
}

Result<std::string> ContentFile::medium_description(const std::string& path, const LanguageTag& language) const {
  KIOSK_TRY(row, database_.prepare("SELECT description FROM medium_description WHERE path = ? AND language = ?"));
  for (const LanguageTag& tag : {language, pack_.source_language}) {
    KIOSK_TRY(found, row.bind(1, std::string_view(path)).bind(2, number_of(tag)).step());
    if (found) return text_at(row, 0);
  }
  return std::string();
}

}  // namespace kiosk::catalog

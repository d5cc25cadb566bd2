// The tables of contacts.db and content.db, one SQL statement each. SCHEMA.md says what stands in them.
// A file whose schema is not exactly this one, letter by letter, is not opened: change a letter, raise the format.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/catalog/contact_fields.h"
#include "kiosk/sql/database.h"

namespace kiosk::catalog {

inline constexpr std::string_view kContactsFile = "contacts.db";
inline constexpr std::string_view kContentFile = "content.db";

inline constexpr sql::FileKind kContactsKind{0x4b736b43, kContactsFormat};  // "KskC"
inline constexpr sql::FileKind kContentKind{0x4b736b54, 5};                 // "KskT"

// Made from the tables of contact_fields.h.
std::vector<std::string> contacts_schema();

inline constexpr std::string_view kContentSchema[] = {
    "CREATE TABLE pack(id TEXT NOT NULL, country TEXT NOT NULL, time_zone TEXT NOT NULL, "
    "published TEXT NOT NULL, version INTEGER NOT NULL, source_language INTEGER NOT NULL) STRICT",

    "CREATE TABLE pack_title(language INTEGER PRIMARY KEY, title TEXT NOT NULL) STRICT",

    "CREATE TABLE language(number INTEGER PRIMARY KEY, tag TEXT NOT NULL UNIQUE, name TEXT NOT NULL) STRICT",

    "CREATE TABLE font(number INTEGER PRIMARY KEY, script TEXT NOT NULL, weight TEXT NOT NULL, file TEXT NOT NULL, "
    "face INTEGER NOT NULL, package TEXT NOT NULL, languages TEXT NOT NULL) STRICT",

    "CREATE TABLE keyboard(language INTEGER PRIMARY KEY, as_on_keys INTEGER NOT NULL) STRICT",

    "CREATE TABLE keyboard_row(language INTEGER NOT NULL, sheet INTEGER NOT NULL, position INTEGER NOT NULL, "
    "keys TEXT NOT NULL, PRIMARY KEY(language, sheet, position)) STRICT, WITHOUT ROWID",

    "CREATE TABLE message(language INTEGER NOT NULL, original TEXT NOT NULL, translation TEXT NOT NULL, "
    "PRIMARY KEY(language, original)) STRICT, WITHOUT ROWID",

    "CREATE TABLE section(number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, parent TEXT NOT NULL, "
    "screen TEXT NOT NULL, icon TEXT NOT NULL, colour TEXT NOT NULL, picture TEXT NOT NULL) STRICT",

    "CREATE TABLE section_title(section INTEGER NOT NULL, language INTEGER NOT NULL, title TEXT NOT NULL, "
    "PRIMARY KEY(section, language)) STRICT, WITHOUT ROWID",

    "CREATE TABLE topic(number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, "
    "section TEXT NOT NULL, icon TEXT NOT NULL, picture TEXT NOT NULL, date TEXT, sensitivity TEXT NOT NULL, "
    "checked_on TEXT NOT NULL) STRICT",

    "CREATE INDEX topic_by_section ON topic(kind, section)",

    "CREATE TABLE topic_text(number INTEGER PRIMARY KEY, title TEXT NOT NULL, summary TEXT NOT NULL, "
    "review TEXT NOT NULL, stale INTEGER NOT NULL, checked_by TEXT NOT NULL, body TEXT NOT NULL) STRICT",

    "CREATE TABLE topic_contact(topic INTEGER NOT NULL, position INTEGER NOT NULL, contact TEXT NOT NULL, "
    "PRIMARY KEY(topic, position)) STRICT, WITHOUT ROWID",

    "CREATE TABLE topic_source(topic INTEGER NOT NULL, position INTEGER NOT NULL, title TEXT NOT NULL, "
    "language TEXT NOT NULL, address TEXT NOT NULL, publisher TEXT NOT NULL, date TEXT, PRIMARY KEY(topic, position)) "
    "STRICT, WITHOUT ROWID",

    "CREATE TABLE area(number INTEGER PRIMARY KEY, outline TEXT NOT NULL) STRICT",

    "CREATE TABLE area_name(area INTEGER NOT NULL, language INTEGER NOT NULL, name TEXT NOT NULL, "
    "PRIMARY KEY(area, language)) STRICT, WITHOUT ROWID",

    "CREATE TABLE medium(path TEXT PRIMARY KEY, sha256 TEXT NOT NULL, size INTEGER NOT NULL) STRICT, WITHOUT ROWID",

    "CREATE TABLE medium_description(path TEXT NOT NULL, language INTEGER NOT NULL, description TEXT NOT NULL, "
    "PRIMARY KEY(path, language)) STRICT, WITHOUT ROWID",

    "CREATE TABLE drawing(name TEXT PRIMARY KEY, mirrored INTEGER NOT NULL) STRICT, WITHOUT ROWID",

    "CREATE TABLE drawing_words(name TEXT NOT NULL, language INTEGER NOT NULL, words TEXT NOT NULL, "
    "PRIMARY KEY(name, language)) STRICT, WITHOUT ROWID",

    "CREATE TABLE help_picture(kind TEXT NOT NULL, id TEXT NOT NULL, picture TEXT NOT NULL, PRIMARY KEY(kind, id)) "
    "STRICT, WITHOUT ROWID",

    "CREATE VIRTUAL TABLE search_title USING fts5(words, content='', columnsize=0, detail=none, tokenize='ascii', "
    "prefix='1 2 3 4')",

    "CREATE VIRTUAL TABLE search_text USING fts5(words, content='', columnsize=0, detail=none, tokenize='ascii', "
    "prefix='1 2 3 4')",

    "CREATE TABLE vocabulary(language INTEGER NOT NULL, word TEXT NOT NULL, topics INTEGER NOT NULL, "
    "PRIMARY KEY(language, word)) STRICT, WITHOUT ROWID",
};

// Below which the files of fonts are named.
inline constexpr std::string_view kFontFolder = "/usr/share/fonts";
// What may be named there: a file that a package can have installed, and no way out of the folder.
bool is_font_file(std::string_view file);

// What help_picture.kind may be.
inline constexpr std::string_view kContactPicture = "contact", kFilterPicture = "filter";

inline constexpr std::string_view kSearchTables[] = {"search_title", "search_text"};

// The number of a text: texts of one language lie together, in the order of the topics.
constexpr int64_t text_number(int64_t language, int64_t topic) { return language << 32 | topic; }
constexpr int64_t topic_of_text(int64_t text) { return text & 0xffffffff; }
constexpr int64_t language_of_text(int64_t text) { return text >> 32; }

// How each file is opened for reading; with every table that FTS5 makes for itself.
sql::ReadOptions contacts_read_options();
sql::ReadOptions content_read_options();

// What a catalog may hold at most. The writer refuses more, the reader stops there. Languages are not among them: one
// that is left out leaves out its people.
inline constexpr int kMaxFonts = 1000;
inline constexpr int kMaxSections = 500;
inline constexpr int kMaxTopics = 200000;
inline constexpr int kMaxContacts = 2000;
inline constexpr int kMaxNumbersOfContact = 20;
inline constexpr int kMaxListLength = 100;  // sources or contacts of a topic, sources of a contact
inline constexpr int kMaxAreas = 500;
inline constexpr int kMaxOutlinePoints = 5000;  // of one area
inline constexpr int kMaxDrawings = 5000;
inline constexpr int64_t kMaxMediumBytes = 64 << 20;  // a recording of an hour

}  // namespace kiosk::catalog

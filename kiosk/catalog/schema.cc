#include "kiosk/catalog/schema.h"

#include <algorithm>

#include "kiosk/base/ascii.h"

namespace kiosk::catalog {
namespace {

// What FTS5 itself makes for a table without content and sizes, in every version so far.
void add_full_text_tables(sql::ReadOptions& options) {
  for (std::string_view name : kSearchTables) {
    const std::string table(name);
    options.full_text_tables.push_back(table);
    options.schema.push_back("CREATE TABLE '" + table + "_data'(id INTEGER PRIMARY KEY, block BLOB)");
    options.schema.push_back("CREATE TABLE '" + table +
                             "_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID");
    options.schema.push_back("CREATE TABLE '" + table + "_config'(k PRIMARY KEY, v) WITHOUT ROWID");
  }
}

std::string sql_type(std::optional<Position> ContactFacts::*) { return "REAL"; }
template <class Value>
std::string sql_type(std::optional<Value> ContactFacts::*) {
  return "TEXT";
}
template <class Value>
std::string sql_type(Value ContactFacts::*) {
  return "TEXT NOT NULL";
}

// "a, b" as "a TYPE, b TYPE".
std::string typed(std::string columns, const std::string& type) {
  for (size_t comma = columns.find(','); comma != std::string::npos; comma = columns.find(',', comma + type.size() + 2))
    columns.insert(comma, " " + type);
  return columns + " " + type;
}

std::string fact_columns() {
  std::string columns;
  each_contact_fact(
      [&](const auto& field) { columns += typed(std::string(field.column), sql_type(field.value)) + ", "; });
  columns.resize(columns.size() - 2);
  return columns;
}

}  // namespace

std::vector<std::string> contacts_schema() {
  return {
      "CREATE TABLE pack(id TEXT NOT NULL, source_language TEXT NOT NULL) STRICT",

      "CREATE TABLE contact(number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, " + fact_columns() + ") STRICT",

      "CREATE TABLE contact_text(contact INTEGER NOT NULL, language TEXT NOT NULL, " +
          typed(contact_text_columns(), "TEXT NOT NULL") + ", PRIMARY KEY(contact, language)) STRICT, WITHOUT ROWID",

      "CREATE TABLE contact_number(contact INTEGER NOT NULL, position INTEGER NOT NULL, dial TEXT NOT NULL, "
      "display TEXT NOT NULL, national TEXT NOT NULL, use TEXT NOT NULL, cost TEXT NOT NULL, countries TEXT NOT NULL, "
      "PRIMARY KEY(contact, position)) STRICT, WITHOUT ROWID",

      "CREATE TABLE contact_source(contact INTEGER NOT NULL, position INTEGER NOT NULL, title TEXT NOT NULL, "
      "language TEXT NOT NULL, address TEXT NOT NULL, publisher TEXT NOT NULL, date TEXT, PRIMARY KEY(contact, "
      "position)) STRICT, WITHOUT ROWID",
  };
}

bool is_font_file(std::string_view file) {
  const auto usual = [](char c) { return ascii::is_letter_or_digit(c) || c == '_' || c == '-' || c == '+'; };
  const auto allowed = [&](char c) { return usual(c) || c == '.' || c == '/' || c == ' '; };
  return !file.empty() && usual(file.front()) && usual(file.back()) && std::ranges::all_of(file, allowed) &&
         file.find("..") == std::string_view::npos;
}

sql::ReadOptions contacts_read_options() {
  sql::ReadOptions options;
  options.kind = kContactsKind;
  options.schema = contacts_schema();
  return options;
}

sql::ReadOptions content_read_options() {
  sql::ReadOptions options;
  options.kind = kContentKind;
  options.schema.assign(std::begin(kContentSchema), std::end(kContentSchema));
  add_full_text_tables(options);
  return options;
}

}  // namespace kiosk::catalog

#include "kiosk/catalog/schema.h"

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

}  // namespace

sql::ReadOptions contacts_read_options() {
  sql::ReadOptions options;
  options.kind = kContactsKind;
  options.schema.assign(std::begin(kContactsSchema), std::end(kContactsSchema));
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

#include "kiosk/catalog/keyboard_rows.h"

#include <set>

#include "kiosk/catalog/column.h"

namespace kiosk::catalog {

Status write_keyboard(sql::Database& database, int64_t language, const Keyboard& keyboard) {
  KIOSK_TRY(insert, database.prepare("INSERT INTO keyboard VALUES(?,?)"));
  KIOSK_TRY_STATUS(insert.bind(1, language).bind(2, static_cast<int64_t>(keyboard.as_on_keys)).run());
  KIOSK_TRY(insert_row, database.prepare("INSERT INTO keyboard_row VALUES(?,?,?,?)"));
  for (size_t sheet = 0; sheet < keyboard.sheets.size(); ++sheet) {
    for (size_t position = 0; position < keyboard.sheets[sheet].size(); ++position) {
      std::string keys;
      for (const std::string& key : keyboard.sheets[sheet][position]) keys += (keys.empty() ? "" : " ") + key;
      insert_row.bind(1, language).bind(2, static_cast<int64_t>(sheet)).bind(3, static_cast<int64_t>(position));
      KIOSK_TRY_STATUS(insert_row.bind(4, std::string_view(keys)).run());
    }
  }
  return {};
}

Result<Keyboard> read_keyboard(const sql::Database& database, int64_t language) {
  Keyboard keyboard;
  KIOSK_TRY(head, database.prepare("SELECT as_on_keys FROM keyboard WHERE language = ?"));
  KIOSK_TRY(found, head.bind(1, language).step());
  if (!found) return keyboard;
  keyboard.as_on_keys = head.integer(0) != 0;
  KIOSK_TRY(rows, database.prepare("SELECT sheet, keys FROM keyboard_row WHERE language = ? "
                                   "ORDER BY sheet, position LIMIT ?"));
  rows.bind(1, language).bind(2, static_cast<int64_t>(kMaxSheets * kMaxRowsOfSheet));
  std::set<std::string> seen;
  for (int64_t sheet = 0;;) {
    KIOSK_TRY(there, rows.step());
    if (!there) return keyboard;
    Keyboard::Row row;
    for (std::string& key : list_at(rows, 1))
      if (row.size() < kMaxKeysOfRow && is_key(key) && seen.insert(key).second) row.push_back(std::move(key));
    if (row.empty()) continue;
    const bool next = keyboard.sheets.empty() || rows.integer(0) != sheet;
    if (next && keyboard.sheets.size() == kMaxSheets) return keyboard;
    if (next) keyboard.sheets.emplace_back();
    sheet = rows.integer(0);
    if (keyboard.sheets.back().size() < kMaxRowsOfSheet) keyboard.sheets.back().push_back(std::move(row));
  }
}

}  // namespace kiosk::catalog

#include "kiosk/sql/idle_statements.h"

#include <sqlite3.h>

namespace kiosk::sql {

IdleStatements::~IdleStatements() {
  for (const auto& [text, statement] : by_text_) sqlite3_finalize(statement);
}

sqlite3_stmt* IdleStatements::take(std::string_view sql) {
  auto found = by_text_.find(sql);
  if (found == by_text_.end()) return nullptr;
  sqlite3_stmt* statement = found->second;
  by_text_.erase(found);
  return statement;
}

void IdleStatements::give_back(sqlite3_stmt* statement) {
  sqlite3_reset(statement);  // repeats the error of the last step, which was reported then
  sqlite3_clear_bindings(statement);
  const bool kept = by_text_.size() < kMost && by_text_.emplace(sqlite3_sql(statement), statement).second;
  if (!kept) sqlite3_finalize(statement);
}

}  // namespace kiosk::sql

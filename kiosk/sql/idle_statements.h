// Prepared statements that wait for being asked again. To parse and plan a statement takes longer than to run most of
// ours, and a screen asks the same few in each frame. For reading alone: a file that is being made is finished only
// when no statement is left.
#pragma once

#include <cstddef>
#include <string_view>
#include <unordered_map>

struct sqlite3_stmt;

namespace kiosk::sql {

class IdleStatements {
 public:
  IdleStatements() = default;
  IdleStatements(const IdleStatements&) = delete;
  IdleStatements& operator=(const IdleStatements&) = delete;
  ~IdleStatements();

  // As if it had just been prepared; null where none waits.
  sqlite3_stmt* take(std::string_view sql);

  // Keeps it, or finalizes it where one of this text waits already or too many do.
  void give_back(sqlite3_stmt* statement);

 private:
  static constexpr size_t kMost = 64;

  std::unordered_map<std::string_view, sqlite3_stmt*> by_text_;  // each text is its statement's own
};

}  // namespace kiosk::sql

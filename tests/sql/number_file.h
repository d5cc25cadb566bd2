// A small database with one number in it, made by SQLite itself: what an attacker starts from.
#pragma once

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <filesystem>
#include <string>

#include "kiosk/sql/database.h"

namespace kiosk::sql::test {

inline constexpr FileKind kKind{0x6b54657a, 3};
inline constexpr const char* kSchema = "CREATE TABLE number(dial TEXT NOT NULL) STRICT";

// A plain connection, as any program would have it.
class Plain {
 public:
  explicit Plain(const std::filesystem::path& file, const char* mode = "rwc") {
    const std::string uri = "file:" + file.string() + "?mode=" + mode;
    opened_ = sqlite3_open_v2(uri.c_str(), &connection_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_URI,
                              nullptr) == SQLITE_OK;
  }
  ~Plain() { sqlite3_close(connection_); }
  Plain(const Plain&) = delete;
  Plain& operator=(const Plain&) = delete;

  bool run(const std::string& sql) { return sqlite3_exec(connection_, sql.c_str(), nullptr, nullptr, nullptr) == 0; }

  // The first column of the first row, "" without one.
  std::string ask(const std::string& sql) {
    std::string answer;
    auto keep = [](void* out, int count, char** columns, char**) {
      if (count > 0 && columns[0] != nullptr) *static_cast<std::string*>(out) = columns[0];
      return 1;
    };
    sqlite3_exec(connection_, sql.c_str(), keep, &answer, nullptr);
    return answer;
  }

  sqlite3* handle() { return connection_; }

 private:
  sqlite3* connection_ = nullptr;
  bool opened_ = false;
};

inline void make_number_file(const std::filesystem::path& file, const std::string& more_sql = {}) {
  Plain plain(file);
  REQUIRE(plain.run("PRAGMA application_id=" + std::to_string(kKind.application_id)));
  REQUIRE(plain.run("PRAGMA user_version=" + std::to_string(kKind.format)));
  REQUIRE(plain.run(kSchema));
  REQUIRE(plain.run("INSERT INTO number VALUES('116')"));
  if (!more_sql.empty()) REQUIRE(plain.run(more_sql));
}

inline ReadOptions options() {
  ReadOptions options;
  options.kind = kKind;
  options.schema = {kSchema};
  return options;
}

inline std::string number_in(const Database& database) {
  auto statement = database.prepare("SELECT dial FROM number");
  REQUIRE(statement.ok());
  auto row = statement->step();
  REQUIRE(row.ok());
  REQUIRE(*row);
  return std::string(statement->text(0));
}

}  // namespace kiosk::sql::test

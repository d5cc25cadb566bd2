// A thin wrapper round SQLite: one connection, and the two ways in which this project opens a file. Not an abstraction
// of databases: SQL goes through as it is. A file opened for reading may have been made to harm us; read_settings.h
// lists what is done about that.
// A Database and its statements belong to one thread; a Statement must not outlive its Database.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/sql/statement.h"

struct sqlite3;

namespace kiosk::sql {

// The header of a file: whose it is, and in which version of its format.
struct FileKind {
  uint32_t application_id = 0;
  int32_t format = 0;  // user_version

  bool operator==(const FileKind&) const = default;
};

enum class Integrity {
  trust_hash,        // the file was hashed just now, that is enough
  check_every_page,  // PRAGMA integrity_check as well: about 5 ms a megabyte, once, when a file is installed
};

struct ReadOptions {
  FileKind kind;  // what the file must be

  // The SQL texts of its schema, all of them: a file with one more, one less or a different one is not opened.
  // This is what keeps views, triggers, generated columns and foreign modules out.
  std::vector<std::string> schema;

  // FTS5 tables that will be asked. They are woken before the authorizer is set, because their constructor
  // does what is forbidden afterwards.
  std::vector<std::string> full_text_tables;

  Integrity integrity = Integrity::trust_hash;

  // How long one statement may run before it ends with Code::interrupted, by this clock.
  std::chrono::milliseconds deadline{2000};
  std::function<std::chrono::steady_clock::time_point()> now = std::chrono::steady_clock::now;
};

class Database {
 public:
  Database(Database&&) noexcept;
  Database& operator=(Database&&) noexcept;
  ~Database();

  // Opens a file that was hashed just now and lies in a folder that no one else writes. "-wal" and "-journal" files
  // beside it change nothing. Afterwards only SELECT on what is in the file and a short list of functions work.
  // Error: Code::not_found, unsupported (another kind or format), damaged, io.
  static Result<Database> open_readonly_immutable(const std::filesystem::path& file, const ReadOptions& options);

  // Makes a new, empty file of this kind. The same statements afterwards give the same bytes with the same SQLite.
  // It has no journal: a build that fails is thrown away. Not durable before the caller has synced the file.
  // Error: Code::refused when the file, or a "-wal" or "-journal" of its name, is already there; io.
  static Result<Database> create(const std::filesystem::path& file, FileKind kind);

  // Of a file that is only read, each text is prepared once and kept (idle_statements.h).
  // REQUIRES: `sql` is one statement and ours; nothing from outside is ever part of it.
  Result<Statement> prepare(std::string_view sql) const;

  // Runs statements that answer nothing, for instance a schema.
  Status execute(const std::string& sql);

  // REQUIRES: made by create(), no transaction open, no Statement left.
  // Brings the file into its final form, independent of how it grew, and closes it.
  Status finish();

  // The connection itself, for the test that reads the settings back.
  sqlite3* handle() const { return connection_.get(); }

 private:
  struct Close {
    void operator()(sqlite3* connection) const;
  };

  Database(sqlite3* connection, std::filesystem::path file, std::unique_ptr<Watch> watch);

  std::filesystem::path file_;
  std::unique_ptr<Watch> watch_;  // declared before the connection, which points at it
  std::unique_ptr<sqlite3, Close> connection_;
  std::shared_ptr<IdleStatements> idle_;  // of a file that is only read
};

}  // namespace kiosk::sql

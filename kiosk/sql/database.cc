#include "kiosk/sql/database.h"

#include <sqlite3.h>

#include <algorithm>
#include <system_error>

#include "kiosk/base/ascii.h"
#include "kiosk/sql/idle_statements.h"
#include "kiosk/sql/read_settings.h"
#include "kiosk/sql/sqlite_error.h"
#include "kiosk/sql/watch.h"

namespace kiosk::sql {
namespace {

// A file name as the path of a "file:" URI. What is not plain is escaped, so that no name can carry parameters.
std::string uri_path(const std::filesystem::path& file) {
  static constexpr char kDigits[] = "0123456789ABCDEF";
  std::string uri;
  for (char c : file.string()) {
    bool plain = ascii::is_letter_or_digit(c) || c == '/' || c == '.' || c == '-' || c == '_';
    auto byte = static_cast<unsigned char>(c);
    if (plain) {
      uri += c;
    } else {
      uri += '%';
      uri += kDigits[byte >> 4];
      uri += kDigits[byte & 15];
    }
  }
  return uri;
}

Result<int64_t> one_number(const Database& database, std::string_view sql) {
  KIOSK_TRY(statement, database.prepare(sql));
  KIOSK_TRY(row, statement.step());
  return row ? statement.integer(0) : 0;
}

Status check_kind(const Database& database, const std::string& name, FileKind kind) {
  KIOSK_TRY(application_id, one_number(database, "PRAGMA application_id"));
  if (static_cast<uint32_t>(application_id) != kind.application_id) {
    return Error{Code::unsupported, name + " is a database of another kind. Put the file there that belongs there."};
  }
  KIOSK_TRY(format, one_number(database, "PRAGMA user_version"));
  if (format != kind.format) {
    return Error{Code::unsupported, name + " has format " + std::to_string(format) + ", this program reads format " +
                                        std::to_string(kind.format) + ". Update whichever of the two is older."};
  }
  return {};
}

// SQLite reads what is cut off the end as zeros, and says nothing.
Status check_size(const Database& database, const std::filesystem::path& file) {
  KIOSK_TRY(page_size, one_number(database, "PRAGMA page_size"));
  KIOSK_TRY(pages, one_number(database, "PRAGMA page_count"));
  std::error_code failed;
  if (std::filesystem::file_size(file, failed) != static_cast<uintmax_t>(page_size * pages) || failed) {
    return Error{Code::damaged, file.string() + " has not the size that it says it has. Install it again."};
  }
  return {};
}

// What SQLite makes by itself for a key has no text of its own, so it is not looked at.
Status check_schema(const Database& database, const std::string& name, std::vector<std::string> expected) {
  std::ranges::sort(expected);
  KIOSK_TRY(statement, database.prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY sql"));
  const Error foreign{Code::damaged, name + " holds something that does not belong into it. Install it again."};
  size_t at = 0;
  while (true) {
    KIOSK_TRY(row, statement.step());
    if (!row) break;
    if (at == expected.size() || statement.text(0) != expected[at]) return foreign;
    ++at;
  }
  if (at != expected.size()) return foreign;
  return {};
}

Status check_integrity(const Database& database, const std::string& name) {
  KIOSK_TRY(statement, database.prepare("PRAGMA integrity_check(1)"));
  KIOSK_TRY(row, statement.step());
  if (!row || statement.text(0) != "ok") {
    return Error{Code::damaged,
                 name + " is damaged: " + std::string(row ? statement.text(0) : "no answer") + ". Install it again."};
  }
  return {};
}

Status wake_full_text(const Database& database, const std::string& table) {
  KIOSK_TRY(statement, database.prepare("SELECT rowid FROM " + table + " WHERE " + table + " MATCH 'a' LIMIT 1"));
  KIOSK_TRY(row, statement.step());
  (void)row;
  return {};
}

}  // namespace

void Database::Close::operator()(sqlite3* connection) const { sqlite3_close_v2(connection); }

Database::Database(sqlite3* connection, std::filesystem::path file, std::unique_ptr<Watch> watch)
    : file_(std::move(file)), watch_(std::move(watch)), connection_(connection) {}

Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&& other) noexcept {
  idle_ = std::move(other.idle_);              // finalized first: they are the connection's
  connection_ = std::move(other.connection_);  // closed before its watch, at which it points
  watch_ = std::move(other.watch_);
  file_ = std::move(other.file_);
  return *this;
}
Database::~Database() = default;

Result<Database> Database::open_readonly_immutable(const std::filesystem::path& file, const ReadOptions& options) {
  const std::string name = file.string();
  std::error_code absent;
  if (!std::filesystem::is_regular_file(file, absent)) {
    return Error{Code::not_found, "There is no file " + name + ". Install a catalog there."};
  }
  auto watch = std::make_unique<Watch>(Watch{options.deadline, options.now});
  watch->start();
  const std::string uri = "file:" + uri_path(std::filesystem::absolute(file)) + "?mode=ro&immutable=1";
  sqlite3* connection = nullptr;
  int rc = sqlite3_open_v2(
      uri.c_str(), &connection,
      SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_EXRESCODE,
      nullptr);
  Database database(connection, file, std::move(watch));
  if (rc != SQLITE_OK) return sqlite_error(connection, rc, "Opening");
  KIOSK_TRY_STATUS(restrict_connection(connection, database.watch_.get()));
  KIOSK_TRY_STATUS(check_kind(database, name, options.kind));
  KIOSK_TRY_STATUS(check_size(database, file));
  KIOSK_TRY_STATUS(check_schema(database, name, options.schema));
  if (options.integrity == Integrity::check_every_page) KIOSK_TRY_STATUS(check_integrity(database, name));
  for (const std::string& table : options.full_text_tables) KIOSK_TRY_STATUS(wake_full_text(database, table));
  allow_only_reading(connection);
  // Not before: what was prepared until now was allowed more.
  database.idle_ = std::make_shared<IdleStatements>();
  return database;
}

Result<Database> Database::create(const std::filesystem::path& file, FileKind kind) {
  const std::string name = file.string();
  for (const char* suffix : {"", "-wal", "-journal"}) {
    std::error_code ignored;
    if (std::filesystem::exists(std::filesystem::symlink_status(name + suffix, ignored))) {
      return Error{Code::refused, name + suffix + " is already there. Remove it or build into an empty folder."};
    }
  }
  sqlite3* connection = nullptr;
  int rc = sqlite3_open_v2(name.c_str(), &connection,
                           SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE |
                               SQLITE_OPEN_EXRESCODE,
                           nullptr);
  Database database(connection, file, std::make_unique<Watch>());
  if (rc != SQLITE_OK) return sqlite_error(connection, rc, "Making");
  KIOSK_TRY_STATUS(
      database.execute("PRAGMA page_size=4096; PRAGMA encoding='UTF-8'; PRAGMA auto_vacuum=NONE;"
                       "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA locking_mode=EXCLUSIVE;"
                       "PRAGMA application_id=" +
                       std::to_string(static_cast<int32_t>(kind.application_id)) +
                       "; PRAGMA user_version=" + std::to_string(kind.format) + ";"));
  return database;
}

Result<Statement> Database::prepare(std::string_view sql) const {
  watch_->start();
  sqlite3_stmt* statement = idle_ ? idle_->take(sql) : nullptr;
  if (statement != nullptr) return Statement(statement, idle_, watch_.get());
  int rc = sqlite3_prepare_v3(connection_.get(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                              &statement, nullptr);
  if (rc != SQLITE_OK) return sqlite_error(connection_.get(), rc, "Asking");
  return Statement(statement, idle_, watch_.get());
}

Status Database::execute(const std::string& sql) {
  watch_->start();
  int rc = sqlite3_exec(connection_.get(), sql.c_str(), nullptr, nullptr, nullptr);
  if (rc != SQLITE_OK) return sqlite_error(connection_.get(), rc, "Writing");
  return {};
}

Status Database::finish() {
  KIOSK_TRY_STATUS(execute("VACUUM"));
  int rc = sqlite3_close(connection_.get());
  KIOSK_CHECK(rc == SQLITE_OK);  // else a Statement is left
  (void)connection_.release();
  return {};
}

}  // namespace kiosk::sql

#include "kiosk/sql/statement.h"

#include "kiosk/sql/idle_statements.h"
#include "kiosk/sql/sqlite_error.h"
#include "kiosk/sql/watch.h"

namespace kiosk::sql {

void Statement::GiveBack::operator()(sqlite3_stmt* statement) const {
  if (idle)
    idle->give_back(statement);
  else
    sqlite3_finalize(statement);
}

// No memory is the world's failure; a parameter that is not there, or a statement in mid-run, is our bug.
Statement& Statement::bound(int code) {
  KIOSK_CHECK(code == SQLITE_OK || code == SQLITE_NOMEM || code == SQLITE_TOOBIG);
  if (bind_code_ == SQLITE_OK) bind_code_ = code;
  return *this;
}

Statement& Statement::bind(int parameter, int64_t value) {
  return bound(sqlite3_bind_int64(statement_.get(), parameter, value));
}

Statement& Statement::bind(int parameter, std::string_view text) {
  // A null pointer would bind NULL.
  const char* data = text.data() != nullptr ? text.data() : "";
  return bound(sqlite3_bind_text64(statement_.get(), parameter, data, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}

Statement& Statement::bind_real(int parameter, double value) {
  return bound(sqlite3_bind_double(statement_.get(), parameter, value));
}

Statement& Statement::bind_null(int parameter) { return bound(sqlite3_bind_null(statement_.get(), parameter)); }

Result<bool> Statement::step() {
  if (!running_) {
    watch_->start();
    running_ = true;
  }
  int rc = bind_code_ == SQLITE_OK ? sqlite3_step(statement_.get()) : bind_code_;
  bind_code_ = SQLITE_OK;
  if (rc == SQLITE_ROW) return true;
  if (rc == SQLITE_DONE) {
    reset();
    return false;
  }
  Error error = sqlite_error(sqlite3_db_handle(statement_.get()), rc, "Running a statement on");
  reset();
  return error;
}

Status Statement::run() {
  KIOSK_TRY(row, step());
  KIOSK_CHECK(!row);
  return {};
}

void Statement::reset() {
  sqlite3_reset(statement_.get());  // repeats the error of the last step, which was reported then
  running_ = false;
}

bool Statement::is_null(int column) const { return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL; }
int64_t Statement::integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }
double Statement::real(int column) const { return sqlite3_column_double(statement_.get(), column); }

std::string_view Statement::text(int column) const {
  auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
  int size = sqlite3_column_bytes(statement_.get(), column);
  return bytes != nullptr && size > 0 ? std::string_view(bytes, static_cast<size_t>(size)) : std::string_view();
}

}  // namespace kiosk::sql

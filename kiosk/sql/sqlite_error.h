// SQLite's result codes as errors of ours. Only for the files of this folder.
#pragma once

#include <sqlite3.h>

#include <string>

#include "kiosk/base/result.h"

namespace kiosk::sql {

inline Code code_of(int sqlite_code) {
  switch (sqlite_code & 0xff) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_NOMEM:  // a read file may ask for more memory than is allowed, a sound one never does
    case SQLITE_TOOBIG:
    case SQLITE_ERROR: return Code::damaged;
    case SQLITE_INTERRUPT: return Code::interrupted;
    case SQLITE_FULL: return Code::no_space;
    case SQLITE_AUTH: return Code::refused;
    default: return Code::io;
  }
}

// `tried` is the start of a sentence: "Reading".
inline Error sqlite_error(sqlite3* connection, int sqlite_code, const std::string& tried) {
  const char* file = connection != nullptr ? sqlite3_db_filename(connection, "main") : nullptr;
  const char* words = connection != nullptr ? sqlite3_errmsg(connection) : sqlite3_errstr(sqlite_code);
  return Error{code_of(sqlite_code), tried + " " + (file != nullptr && *file != 0 ? file : "a database") +
                                         " failed: " + words + " (" + std::to_string(sqlite_code) + ")."};
}

}  // namespace kiosk::sql

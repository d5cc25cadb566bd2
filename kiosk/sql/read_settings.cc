#include "kiosk/sql/read_settings.h"

// A catalog is signed, but the file on the disk may still be something else by the time it is opened, and SQL in a file
// (views, triggers, generated columns) runs in the program that reads it. So reading is allowed and nothing else: first
// switches and limits, then an authorizer that knows the few actions a SELECT needs. Rejected: checking files with a
// parser of our own before SQLite sees them, which would be a second reader with its own mistakes.

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "kiosk/sql/sqlite_error.h"
#include "kiosk/sql/watch.h"

namespace kiosk::sql {
namespace {

struct Setting {
  int which;
  int value;
};

constexpr Setting kSwitches[] = {
    {SQLITE_DBCONFIG_DEFENSIVE, 1},
    {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
    {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
    {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
    {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
    {SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0},
    {SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0},
    {SQLITE_DBCONFIG_DQS_DDL, 0},
    {SQLITE_DBCONFIG_DQS_DML, 0},
};

constexpr Setting kLimits[] = {
    {SQLITE_LIMIT_LENGTH, 16 << 20},    {SQLITE_LIMIT_SQL_LENGTH, 100000}, {SQLITE_LIMIT_COLUMN, 100},
    {SQLITE_LIMIT_EXPR_DEPTH, 20},      {SQLITE_LIMIT_COMPOUND_SELECT, 5}, {SQLITE_LIMIT_VDBE_OP, 25000},
    {SQLITE_LIMIT_FUNCTION_ARG, 8},     {SQLITE_LIMIT_ATTACHED, 0},        {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100},
    {SQLITE_LIMIT_VARIABLE_NUMBER, 50}, {SQLITE_LIMIT_TRIGGER_DEPTH, 1},   {SQLITE_LIMIT_WORKER_THREADS, 0},
};

struct Pragma {
  const char* set;
  const char* read;
  int value;
};

constexpr Pragma kPragmas[] = {
    {"PRAGMA cell_size_check=ON", "PRAGMA cell_size_check", 1}, {"PRAGMA mmap_size=0", "PRAGMA mmap_size", 0},
    {"PRAGMA trusted_schema=OFF", "PRAGMA trusted_schema", 0},  {"PRAGMA temp_store=MEMORY", "PRAGMA temp_store", 2},
    {"PRAGMA query_only=ON", "PRAGMA query_only", 1},
};

// How many steps of SQLite's virtual machine lie between two looks at the clock: well under a millisecond.
constexpr int kStepsBetweenLooks = 1000;

constexpr std::string_view kAllowedFunctions[] = {"coalesce", "count", "match", "max", "min"};

int authorize(void*, int action, const char* first, const char* second, const char*, const char*) {
  switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_RECURSIVE: return SQLITE_OK;
    case SQLITE_FUNCTION:
      return second != nullptr &&
                     std::ranges::find(kAllowedFunctions, std::string_view(second)) != std::end(kAllowedFunctions)
                 ? SQLITE_OK
                 : SQLITE_DENY;
    case SQLITE_PRAGMA:  // FTS5 asks for it within a query
      return first != nullptr && std::string_view(first) == "data_version" ? SQLITE_OK : SQLITE_DENY;
    default: return SQLITE_DENY;
  }
}

Status set_and_read_back(sqlite3* connection, const Pragma& pragma) {
  int rc = sqlite3_exec(connection, pragma.set, nullptr, nullptr, nullptr);
  if (rc != SQLITE_OK) return sqlite_error(connection, rc, "Preparing");
  int value = 0;  // no row means 0: a build without memory mapping has no such number
  auto keep = [](void* out, int count, char** columns, char**) {
    if (count > 0 && columns[0] != nullptr) *static_cast<int*>(out) = std::atoi(columns[0]);
    return 0;
  };
  rc = sqlite3_exec(connection, pragma.read, keep, &value, nullptr);
  if (rc != SQLITE_OK) return sqlite_error(connection, rc, "Preparing");
  if (value != pragma.value) {
    return Error{Code::unsupported, std::string("This SQLite ignores ") + pragma.set +
                                        ", so no catalog can be read safely. Install the one of the distribution."};
  }
  return {};
}

}  // namespace

Status restrict_connection(sqlite3* connection, Watch* watch) {
  sqlite3_extended_result_codes(connection, 1);
  sqlite3_hard_heap_limit64(kHeapLimitBytes);  // one value for the whole process: setting it again changes nothing
  for (const Setting& setting : kSwitches) {
    int value = -1;
    int rc = sqlite3_db_config(connection, setting.which, setting.value, &value);
    if (rc != SQLITE_OK || value != setting.value) {
      return Error{Code::unsupported, "This SQLite refuses the safe setting " + std::to_string(setting.which) +
                                          ", so no catalog can be read safely. Install the one of the distribution."};
    }
  }
  for (const Setting& limit : kLimits) sqlite3_limit(connection, limit.which, limit.value);
  sqlite3_progress_handler(
      connection, kStepsBetweenLooks, [](void* w) { return static_cast<Watch*>(w)->over() ? 1 : 0; }, watch);
  for (const Pragma& pragma : kPragmas) KIOSK_TRY_STATUS(set_and_read_back(connection, pragma));
  return {};
}

void allow_only_reading(sqlite3* connection) {
  KIOSK_CHECK(sqlite3_set_authorizer(connection, authorize, nullptr) == SQLITE_OK);
}

}  // namespace kiosk::sql

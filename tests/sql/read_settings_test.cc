#include "kiosk/sql/read_settings.h"

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <map>
#include <string>

#include "kiosk/sql/database.h"
#include "tests/sql/number_file.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::sql {
namespace {

struct Opened {
  kiosk::test::TemporaryFolder folder;
  std::optional<Database> database;

  Opened() {
    test::make_number_file(folder / "n.db");
    auto result = Database::open_readonly_immutable(folder / "n.db", test::options());
    REQUIRE(result.ok());
    database.emplace(std::move(*result));
  }
};

int pragma(sqlite3* connection, const std::string& name) {
  sqlite3_stmt* statement = nullptr;
  REQUIRE(sqlite3_prepare_v2(connection, ("PRAGMA " + name).c_str(), -1, &statement, nullptr) == SQLITE_OK);
  int value = sqlite3_step(statement) == SQLITE_ROW ? sqlite3_column_int(statement, 0) : 0;
  sqlite3_finalize(statement);
  return value;
}

}  // namespace

TEST_CASE("every switch of the connection reads back as it must be") {
  Opened opened;
  const std::map<int, int> expected = {
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
  for (const auto& entry : expected) {
    int actual = -7;
    REQUIRE(sqlite3_db_config(opened.database->handle(), entry.first, -1, &actual) == SQLITE_OK);
    CHECK_MESSAGE(actual == entry.second, "switch " << entry.first);
  }
}

TEST_CASE("every limit of the connection reads back as it must be") {
  Opened opened;
  const std::map<int, int> expected = {
      {SQLITE_LIMIT_LENGTH, 16777216},    {SQLITE_LIMIT_SQL_LENGTH, 100000}, {SQLITE_LIMIT_COLUMN, 100},
      {SQLITE_LIMIT_EXPR_DEPTH, 20},      {SQLITE_LIMIT_COMPOUND_SELECT, 5}, {SQLITE_LIMIT_VDBE_OP, 25000},
      {SQLITE_LIMIT_FUNCTION_ARG, 8},     {SQLITE_LIMIT_ATTACHED, 0},        {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100},
      {SQLITE_LIMIT_VARIABLE_NUMBER, 50}, {SQLITE_LIMIT_TRIGGER_DEPTH, 1},   {SQLITE_LIMIT_WORKER_THREADS, 0},
  };
  for (const auto& entry : expected)
    CHECK_MESSAGE(sqlite3_limit(opened.database->handle(), entry.first, -1) == entry.second, "limit " << entry.first);
}

TEST_CASE("every pragma reads back as it must be") {
  Opened opened;
  sqlite3* connection = opened.database->handle();
  CHECK_FALSE(opened.database->prepare("PRAGMA query_only").ok());
  sqlite3_set_authorizer(connection, nullptr, nullptr);
  CHECK(pragma(connection, "cell_size_check") == 1);
  CHECK(pragma(connection, "mmap_size") == 0);
  CHECK(pragma(connection, "trusted_schema") == 0);
  CHECK(pragma(connection, "query_only") == 1);
  CHECK(pragma(connection, "temp_store") == 2);
}

TEST_CASE("the heap of SQLite has a hard limit") {
  Opened opened;
  CHECK(sqlite3_hard_heap_limit64(-1) == 64 << 20);
}

TEST_CASE("a file is opened for reading only, and its URI carries the parameters even when its name is strange") {
  kiosk::test::TemporaryFolder folder;
  const auto strange = folder / "a?mode=rwc&b#c%41 ü.db";
  test::make_number_file(folder / "n.db");
  std::filesystem::rename(folder / "n.db", strange);
  auto database = Database::open_readonly_immutable(strange, test::options());
  REQUIRE(database.ok());
  CHECK(sqlite3_db_readonly(database->handle(), "main") == 1);
  CHECK(std::string(sqlite3_db_filename(database->handle(), "main")) == strange.string());
  CHECK(std::string(sqlite3_uri_parameter(sqlite3_db_filename(database->handle(), "main"), "immutable")) == "1");
}

}  // namespace kiosk::sql

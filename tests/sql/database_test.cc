#include "kiosk/sql/database.h"

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <limits>
#include <string>

#include "tests/sql/number_file.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::sql {
namespace {

using kiosk::test::read_file;
using kiosk::test::TemporaryFolder;
using kiosk::test::write_file;

// Writes with detours, so that the file would show them if finish() did not bring it into its final form.
void build(const std::filesystem::path& file, bool detour) {
  auto database = Database::create(file, test::kKind);
  REQUIRE(database.ok());
  REQUIRE(database->execute(test::kSchema).ok());
  if (detour) {
    REQUIRE(database->execute("CREATE TABLE gone(x)").ok());
    REQUIRE(database
                ->execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<500) "
                          "INSERT INTO gone SELECT printf('%1000d', i) FROM n")
                .ok());
    REQUIRE(database->execute("DROP TABLE gone").ok());
  }
  {
    auto insert = database->prepare("INSERT INTO number VALUES(?)");
    REQUIRE(insert.ok());
    for (const char* dial : {"116", "911"}) REQUIRE(insert->bind(1, std::string_view(dial)).run().ok());
  }
  REQUIRE(database->finish().ok());
}

}  // namespace

TEST_CASE("what was written is read, with every kind of value") {
  TemporaryFolder folder;
  const std::string schema = "CREATE TABLE v(i INTEGER, r REAL, t TEXT, n TEXT, e TEXT) STRICT";
  const std::string text("a\0b", 3);
  {
    auto database = Database::create(folder / "v.db", test::kKind);
    REQUIRE(database.ok());
    REQUIRE(database->execute(schema).ok());
    {
      auto insert = database->prepare("INSERT INTO v VALUES(?,?,?,?,?)");
      REQUIRE(insert.ok());
      insert->bind(1, std::numeric_limits<int64_t>::min()).bind_real(2, 6.2907).bind(3, text).bind_null(4);
      REQUIRE(insert->bind(5, std::string_view()).run().ok());
    }
    REQUIRE(database->finish().ok());
  }
  ReadOptions options;
  options.kind = test::kKind;
  options.schema = {schema};
  auto database = Database::open_readonly_immutable(folder / "v.db", options);
  REQUIRE(database.ok());
  auto row = database->prepare("SELECT i, r, t, n, e FROM v");
  REQUIRE(row.ok());
  REQUIRE(*row->step());
  CHECK(row->integer(0) == std::numeric_limits<int64_t>::min());
  CHECK(row->real(1) == 6.2907);
  CHECK(row->text(2) == text);
  CHECK(row->is_null(3));
  CHECK_FALSE(row->is_null(4));
  CHECK(row->text(4).empty());
  CHECK_FALSE(*row->step());
  CHECK(*row->step());  // after the end it starts over
}

TEST_CASE("the same rows give the same bytes, whatever was written and dropped in between") {
  TemporaryFolder folder;
  build(folder / "a.db", false);
  build(folder / "b.db", false);
  CHECK(read_file(folder / "a.db") == read_file(folder / "b.db"));
  build(folder / "c.db", true);
  CHECK(std::filesystem::file_size(folder / "c.db") == std::filesystem::file_size(folder / "a.db"));
}

TEST_CASE("a created file needs no companion: its header says rollback journal, pages of 4096, its kind") {
  TemporaryFolder folder;
  build(folder / "a.db", false);
  const std::string bytes = read_file(folder / "a.db");
  REQUIRE(bytes.size() >= 4096);
  CHECK(bytes[18] == 1);
  CHECK(bytes[19] == 1);
  CHECK((static_cast<uint8_t>(bytes[16]) << 8 | static_cast<uint8_t>(bytes[17])) == 4096);
  CHECK(bytes.substr(68, 4) == "kTez");
  CHECK(bytes[63] == 3);
  int files = 0;
  for ([[maybe_unused]] auto& entry : std::filesystem::directory_iterator(folder.path())) ++files;
  CHECK(files == 1);
}

TEST_CASE("nothing is made over a file or beside a journal that is already there") {
  for (const char* name : {"a.db", "a.db-wal", "a.db-journal"}) {
    TemporaryFolder folder;
    write_file(folder / name, "");
    auto database = Database::create(folder / "a.db", test::kKind);
    REQUIRE_FALSE(database.ok());
    CHECK(database.error().code == Code::refused);
    CHECK(database.error().message.find(name) != std::string::npos);
  }
}

TEST_CASE("a file of another kind or format is named as such") {
  TemporaryFolder folder;
  build(folder / "a.db", false);
  ReadOptions options = test::options();
  options.kind.application_id = 1;
  CHECK(Database::open_readonly_immutable(folder / "a.db", options).error().code == Code::unsupported);
  options = test::options();
  options.kind.format = 4;
  auto newer = Database::open_readonly_immutable(folder / "a.db", options);
  CHECK(newer.error().code == Code::unsupported);
  CHECK(newer.error().message.find("format 3") != std::string::npos);
}

TEST_CASE("a missing file, or one that is not a database, is reported as such") {
  TemporaryFolder folder;
  CHECK(Database::open_readonly_immutable(folder / "none.db", test::options()).error().code == Code::not_found);
  CHECK(Database::open_readonly_immutable(folder.path(), test::options()).error().code == Code::not_found);
  write_file(folder / "text.db", std::string(5000, 'x'));
  CHECK(Database::open_readonly_immutable(folder / "text.db", test::options()).error().code == Code::damaged);
}

TEST_CASE("a value too large to be bound is an error of the step, and the next one is in order again") {
  TemporaryFolder folder;
  build(folder / "a.db", false);
  auto database = Database::open_readonly_immutable(folder / "a.db", test::options());
  REQUIRE(database.ok());
  auto statement = database->prepare("SELECT count(*) FROM number WHERE dial = ?");
  REQUIRE(statement.ok());
  CHECK_FALSE(statement->bind(1, std::string(17 << 20, '1')).step().ok());
  REQUIRE(statement->bind(1, std::string_view("116")).step().ok());
  CHECK(statement->integer(0) == 1);
}

TEST_CASE("a database may be moved while a statement of it is in use") {
  TemporaryFolder folder;
  build(folder / "a.db", false);
  auto opened = Database::open_readonly_immutable(folder / "a.db", test::options());
  REQUIRE(opened.ok());
  auto statement = opened->prepare("SELECT dial FROM number ORDER BY dial");
  REQUIRE(statement.ok());
  REQUIRE(*statement->step());
  Database moved = std::move(*opened);
  REQUIRE(*statement->step());
  CHECK(statement->text(0) == "911");
  CHECK(test::number_in(moved) == "116");
}

TEST_CASE("a statement is prepared once, and begins afresh each time it is asked for") {
  TemporaryFolder folder;
  build(folder / "n.db", false);
  auto database = Database::open_readonly_immutable(folder / "n.db", test::options());
  REQUIRE(database.ok());
  auto prepared = [&] {
    int count = 0;
    for (auto* one = sqlite3_next_stmt(database->handle(), nullptr); one != nullptr;
         one = sqlite3_next_stmt(database->handle(), one))
      ++count;
    return count;
  };
  CHECK(prepared() == 0);
  const std::string sql = "SELECT dial, ?1 FROM number ORDER BY dial";
  {
    auto first = database->prepare(sql);
    REQUIRE(*first->bind(1, std::string_view("bound")).step());
    CHECK(first->text(0) == "116");
    CHECK(first->text(1) == "bound");
    // Asked for while it runs, it is another one.
    auto second = database->prepare(sql);
    REQUIRE(*second->step());
    CHECK(second->text(0) == "116");
    REQUIRE(*first->step());
    CHECK(first->text(0) == "911");
    CHECK(prepared() == 2);
  }
  CHECK(prepared() == 1);
  auto moved = Database(*std::move(database));
  auto again = moved.prepare(sql);
  REQUIRE(*again->step());
  CHECK(again->text(0) == "116");
  CHECK(again->is_null(1));
}

TEST_CASE("of many texts only some statements are kept") {
  TemporaryFolder folder;
  build(folder / "n.db", false);
  auto database = Database::open_readonly_immutable(folder / "n.db", test::options());
  for (int i = 0; i < 1000; ++i) REQUIRE(database->prepare("SELECT " + std::to_string(i)).ok());
  int count = 0;
  for (auto* one = sqlite3_next_stmt(database->handle(), nullptr); one != nullptr;
       one = sqlite3_next_stmt(database->handle(), one))
    ++count;
  CHECK(count == 64);
}

}  // namespace kiosk::sql

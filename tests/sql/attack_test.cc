// What a file, or what lies beside it, may try; each trap is first shown to work on a plain connection.
#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "kiosk/sql/database.h"
#include "tests/sql/number_file.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::sql {
namespace {

using kiosk::test::read_file;
using kiosk::test::TemporaryFolder;
using kiosk::test::write_file;
using test::Plain;

// Copies the file and its companions while a connection holds them, as a power cut or an attacker would leave them.
void copy_with_companion(const TemporaryFolder& from, const TemporaryFolder& to, const std::string& suffix) {
  for (const std::string& name : {std::string("n.db"), "n.db" + suffix})
    std::filesystem::copy_file(from / name, to / name);
}

// A clock that moves a second at each look.
struct RunningClock {
  std::chrono::steady_clock::time_point time{};
  std::chrono::steady_clock::time_point operator()() { return time += std::chrono::seconds(1); }
};

}  // namespace

TEST_CASE("a write-ahead log laid beside a file with the right bytes does not change the number") {
  TemporaryFolder made, laid;
  test::make_number_file(made / "n.db", "PRAGMA journal_mode=WAL");
  const std::string right_bytes = read_file(made / "n.db");
  {
    Plain attacker(made / "n.db");
    attacker.run("PRAGMA wal_autocheckpoint=0");
    REQUIRE(attacker.run("UPDATE number SET dial='666'"));
    copy_with_companion(made, laid, "-wal");
  }
  REQUIRE(read_file(laid / "n.db") == right_bytes);

  auto database = Database::open_readonly_immutable(laid / "n.db", test::options());
  REQUIRE(database.ok());
  CHECK(test::number_in(*database) == "116");
  CHECK_FALSE(std::filesystem::exists(laid / "n.db-shm"));

  CHECK(Plain(laid / "n.db").ask("SELECT dial FROM number") == "666");  // the trap is real
}

TEST_CASE("a hot journal laid beside a file with the right bytes does not change the number") {
  TemporaryFolder made, laid;
  test::make_number_file(made / "n.db", "UPDATE number SET dial='666'");
  {
    Plain attacker(made / "n.db");
    REQUIRE(attacker.run("PRAGMA cache_size=1; PRAGMA cache_spill=1; BEGIN; UPDATE number SET dial='116'"));
    // Spilling the cache puts the page into the file and its old form into a journal that is synced, thus hot.
    REQUIRE(attacker.run("CREATE TABLE filler(x)"));
    REQUIRE(
        attacker.run("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<200) "
                     "INSERT INTO filler SELECT zeroblob(4000) FROM n"));
    REQUIRE(sqlite3_db_cacheflush(attacker.handle()) == SQLITE_OK);
    std::filesystem::copy_file(made / "n.db-journal", laid / "n.db-journal");
  }
  test::make_number_file(laid / "right.db");
  std::filesystem::rename(laid / "right.db", laid / "n.db");
  const std::string right_bytes = read_file(laid / "n.db");

  auto database = Database::open_readonly_immutable(laid / "n.db", test::options());
  REQUIRE(database.ok());
  CHECK(test::number_in(*database) == "116");
  CHECK(read_file(laid / "n.db") == right_bytes);
  CHECK(std::filesystem::exists(laid / "n.db-journal"));

  CHECK(Plain(laid / "n.db").ask("SELECT dial FROM number") == "666");  // the trap is real
}

TEST_CASE("a view in the place of a table is not opened") {
  TemporaryFolder folder;
  {
    Plain plain(folder / "n.db");
    REQUIRE(plain.run("PRAGMA application_id=" + std::to_string(test::kKind.application_id)));
    REQUIRE(plain.run("PRAGMA user_version=" + std::to_string(test::kKind.format)));
    REQUIRE(plain.run("CREATE VIEW number AS SELECT '666' AS dial"));
  }
  ReadOptions options = test::options();
  auto unexpected = Database::open_readonly_immutable(folder / "n.db", options);
  REQUIRE_FALSE(unexpected.ok());
  CHECK(unexpected.error().code == Code::damaged);

  // Even if the schema were let through, a view answers nothing.
  options.schema = {"CREATE VIEW number AS SELECT '666' AS dial"};
  auto database = Database::open_readonly_immutable(folder / "n.db", options);
  REQUIRE(database.ok());
  CHECK_FALSE(database->prepare("SELECT dial FROM number").ok());
}

TEST_CASE("one thing more in the schema than there should be, and the file is not opened") {
  for (const char* more :
       {"CREATE TABLE other(x)", "CREATE INDEX i ON number(dial)",
        "CREATE TRIGGER t AFTER INSERT ON number BEGIN SELECT 1; END", "CREATE VIRTUAL TABLE v USING fts5(x)"}) {
    TemporaryFolder folder;
    test::make_number_file(folder / "n.db", more);
    auto database = Database::open_readonly_immutable(folder / "n.db", test::options());
    REQUIRE_FALSE(database.ok());
    CHECK(database.error().code == Code::damaged);
  }
}

TEST_CASE("a query without end is interrupted at its deadline") {
  TemporaryFolder folder;
  test::make_number_file(folder / "n.db");
  ReadOptions options = test::options();
  options.deadline = std::chrono::seconds(30);
  options.now = RunningClock{};
  auto database = Database::open_readonly_immutable(folder / "n.db", options);
  REQUIRE(database.ok());
  for (int again = 0; again < 2; ++again) {
    auto endless =
        database->prepare("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n) SELECT max(i) FROM n");
    REQUIRE(endless.ok());
    auto row = endless->step();
    REQUIRE_FALSE(row.ok());
    CHECK(row.error().code == Code::interrupted);
    CHECK(test::number_in(*database) == "116");  // the next statement has its own time
  }
}

TEST_CASE("nothing but reading is allowed") {
  TemporaryFolder folder;
  test::make_number_file(folder / "n.db");
  auto database = Database::open_readonly_immutable(folder / "n.db", test::options());
  REQUIRE(database.ok());
  for (const char* sql :
       {"ATTACH ':memory:' AS other", "PRAGMA user_version", "PRAGMA writable_schema=ON", "SELECT load_extension('x')",
        "SELECT randomblob(10)", "SELECT zeroblob(1000000000)", "INSERT INTO number VALUES('666')",
        "UPDATE number SET dial='666'", "DELETE FROM number", "CREATE TABLE t(x)", "CREATE TEMP TABLE t(x)",
        "DROP TABLE number", "VACUUM", "BEGIN", "SELECT printf('%s', dial) FROM number",
        "SELECT * FROM pragma_database_list", "SELECT \"no such column\" FROM number"}) {
    auto statement = database->prepare(sql);
    CHECK_MESSAGE((!statement.ok() || !statement->step().ok()), std::string(sql));
  }
  CHECK(test::number_in(*database) == "116");
}

TEST_CASE("a file cut short is not opened, or its reading fails with a reason") {
  TemporaryFolder folder;
  test::make_number_file(folder / "n.db");
  const std::string whole = read_file(folder / "n.db");
  for (size_t size : {size_t{0}, size_t{1}, size_t{99}, size_t{100}, size_t{4096}, whole.size() - 1}) {
    write_file(folder / "cut.db", whole.substr(0, size));
    ReadOptions options = test::options();
    options.integrity = Integrity::check_every_page;
    auto database = Database::open_readonly_immutable(folder / "cut.db", options);
    REQUIRE_FALSE(database.ok());
    CHECK(database.error().message.find("cut.db") != std::string::npos);
  }
}

TEST_CASE("the full check finds a page that is wrong in itself") {
  TemporaryFolder folder;
  test::make_number_file(folder / "n.db");
  std::string bytes = read_file(folder / "n.db");
  bytes[4096 + 3] = 9;  // the second page now claims nine cells
  write_file(folder / "n.db", bytes);
  ReadOptions options = test::options();
  options.integrity = Integrity::check_every_page;
  auto database = Database::open_readonly_immutable(folder / "n.db", options);
  REQUIRE_FALSE(database.ok());
  CHECK(database.error().code == Code::damaged);
}

}  // namespace kiosk::sql

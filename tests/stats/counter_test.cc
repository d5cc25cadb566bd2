#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "kiosk/stats/counter.h"

using namespace kiosk;
using namespace kiosk::stats;
using namespace std::chrono_literals;
using std::chrono::days;

namespace {

struct Folder {
  std::filesystem::path path;
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "kiosk-stats-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()));
    path = name;
  }
  ~Folder() { std::filesystem::remove_all(path); }
  std::filesystem::path file() const { return path / "counts.csv"; }
  std::string text() const {
    std::ifstream stream(file());
    return {std::istreambuf_iterator<char>(stream), {}};
  }
};

const Date kDay = *parse_date("2026-11-23");

std::chrono::local_seconds at(Date day, std::chrono::seconds time) {
  return std::chrono::local_seconds(day.time_since_epoch() + time);
}

LanguageTag en() { return LanguageTag::of("en"); }

}  // namespace

TEST_CASE("R67: nothing is written before the fixed time, once at it, and nothing after it until the next day") {
  Folder folder;
  Counter counter(folder.file(), 16h);
  for (auto time = 8h; time < 16h; time += 1h) {
    counter.opened("travel", en(), kDay);
    counter.end_session();
    REQUIRE(counter.tick(at(kDay, time)).ok());
    CHECK_FALSE(std::filesystem::exists(folder.file()));
  }
  REQUIRE(counter.tick(at(kDay, 16h)).ok());
  std::string written = folder.text();
  CHECK(written == "day,topic,language,count\n2026-11-23,travel,other,8\n");

  for (int i = 0; i < 12; ++i) {
    counter.opened("travel", en(), kDay);
    counter.end_session();
  }
  for (auto time = 16h; time < 40h; time += 1h) {
    REQUIRE(counter.tick(at(kDay, time)).ok());
    CHECK(folder.text() == written);
  }
  REQUIRE(counter.tick(at(kDay, 40h)).ok());
  CHECK(folder.text() == "day,topic,language,count\n2026-11-23,travel,en,12\n2026-11-23,travel,other,8\n");
}

TEST_CASE("R67: a day without a visitor is written at the same time as any other") {
  Folder folder;
  Counter counter(folder.file(), 16h);
  REQUIRE(counter.tick(at(kDay, 9h)).ok());
  REQUIRE(counter.tick(at(kDay, 16h)).ok());
  CHECK(folder.text() == "day,topic,language,count\n");
}

TEST_CASE("R66: two days with other visits but the same counts leave the same bytes") {
  Folder first, second;
  Counter a(first.file(), 16h), b(second.file(), 16h);
  REQUIRE(a.tick(at(kDay, 8h)).ok());
  REQUIRE(b.tick(at(kDay, 8h)).ok());
  a.opened("travel", en(), kDay);
  a.opened("work", en(), kDay);
  a.end_session();
  b.opened("work", en(), kDay);
  b.end_session();
  b.opened("travel", en(), kDay);
  REQUIRE(a.tick(at(kDay, 16h)).ok());
  REQUIRE(b.tick(at(kDay, 16h)).ok());
  CHECK(first.text() == second.text());
}

TEST_CASE("one visitor counts once a topic, however many pages are read") {
  Folder folder;
  Counter counter(folder.file(), 16h);
  REQUIRE(counter.tick(at(kDay, 8h)).ok());
  for (int i = 0; i < 50; ++i) counter.opened("travel", en(), kDay);
  counter.end_session();
  counter.opened("travel", en(), kDay);
  REQUIRE(counter.tick(at(kDay, 16h)).ok());
  CHECK(read_counts(folder.file())->all().begin()->second == 2);
}

TEST_CASE("R67: a page is answered once in a session, and its name is nowhere in the file") {
  Folder folder;
  Counter counter(folder.file(), 16h);
  REQUIRE(counter.tick(at(kDay, 8h)).ok());
  for (int session = 0; session < 10; ++session) {
    counter.opened("travel", en(), kDay);
    counter.answered("before-you-go", "travel", en(), true, kDay);
    counter.answered("before-you-go", "travel", en(), false, kDay);
    counter.answered("what-to-pack", "travel", en(), false, kDay);
    counter.end_session();
  }
  REQUIRE(counter.tick(at(kDay, 16h)).ok());
  CHECK(folder.text() ==
        "day,topic,language,count\n2026-11-23,travel,en,10\n2026-11-23,travel/helped,en,10\n"
        "2026-11-23,travel/not-helped,en,10\n");
}

TEST_CASE("R66: what was counted is not on the disk before the time, and is gone when the kiosk stops") {
  Folder folder;
  {
    Counter counter(folder.file(), 16h);
    REQUIRE(counter.tick(at(kDay, 8h)).ok());
    counter.opened("travel", en(), kDay);
    counter.end_session();
  }
  CHECK(std::filesystem::is_empty(folder.path));
}

TEST_CASE("a kiosk that starts after the time writes on the next day") {
  Folder folder;
  Counter counter(folder.file(), 16h);
  REQUIRE(counter.tick(at(kDay, 18h)).ok());
  REQUIRE(counter.tick(at(kDay, 23h)).ok());
  CHECK_FALSE(std::filesystem::exists(folder.file()));
  REQUIRE(counter.tick(at(kDay + days(1), 16h)).ok());
  CHECK(std::filesystem::exists(folder.file()));
}

TEST_CASE("a clock that is set forward or back neither stops the writing nor doubles it") {
  Folder folder;
  Counter counter(folder.file(), 16h);
  REQUIRE(counter.tick(at(kDay, 8h)).ok());
  REQUIRE(counter.tick(at(kDay + days(300), 8h)).ok());
  REQUIRE(std::filesystem::remove(folder.file()));
  REQUIRE(counter.tick(at(kDay, 9h)).ok());
  CHECK_FALSE(std::filesystem::exists(folder.file()));
  REQUIRE(counter.tick(at(kDay, 16h)).ok());
  CHECK(std::filesystem::exists(folder.file()));
}

TEST_CASE("a disk that refuses keeps the counts for the next day") {
  Folder folder;
  Counter counter(folder.path / "missing" / "counts.csv", 16h);
  REQUIRE(counter.tick(at(kDay, 8h)).ok());
  for (int i = 0; i < 10; ++i) {
    counter.opened("travel", en(), kDay);
    counter.end_session();
  }
  CHECK_FALSE(counter.tick(at(kDay, 16h)).ok());
  CHECK(counter.tick(at(kDay, 17h)).ok());  // not tried again before its time
  std::filesystem::create_directory(folder.path / "missing");
  REQUIRE(counter.tick(at(kDay + days(1), 16h)).ok());
  CHECK(read_counts(folder.path / "missing" / "counts.csv")->all().size() == 1);
}

TEST_CASE("R68: a day that may have been reported never changes, whatever happened to the disk") {
  Folder folder;
  Counter counter(folder.path / "missing" / "counts.csv", 16h);
  REQUIRE(counter.tick(at(kDay, 8h)).ok());
  counter.opened("travel", en(), kDay);
  CHECK_FALSE(counter.tick(at(kDay, 16h)).ok());
  CHECK_FALSE(counter.tick(at(kDay + days(1), 16h)).ok());
  std::filesystem::create_directory(folder.path / "missing");
  REQUIRE(counter.tick(at(kDay + days(2), 16h)).ok());
  CHECK(read_counts(folder.path / "missing" / "counts.csv")->empty());
}

TEST_CASE("a damaged file is started over") {
  Folder folder;
  std::ofstream(folder.file()) << "torn";
  CHECK(read_counts(folder.file()).error().code == Code::damaged);
  Counter counter(folder.file(), 16h);
  REQUIRE(counter.tick(at(kDay, 8h)).ok());
  counter.opened("travel", en(), kDay);
  REQUIRE(counter.tick(at(kDay, 16h)).ok());
  CHECK(read_counts(folder.file())->all().size() == 1);
}

TEST_CASE("before the first writing there are no counts") {
  Folder folder;
  CHECK(read_counts(folder.file())->empty());
}

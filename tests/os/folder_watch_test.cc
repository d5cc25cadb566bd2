#include "kiosk/os/folder_watch.h"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>

#include "tests/support/temporary_folder.h"

using namespace kiosk::os;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

constexpr auto kPatience = 10s;  // far longer than any notice takes

void place(const fs::path& file) {
  std::ofstream(fs::path(file) += ".new") << "x";
  fs::rename(fs::path(file) += ".new", file);
}

// Calls `again` until there are news or patience ends.
bool news_come(
    FolderWatch& watch, const std::function<void()>& again = [] {}) {
  for (auto end = std::chrono::steady_clock::now() + kPatience; std::chrono::steady_clock::now() < end;) {
    again();
    if (watch.take_news()) return true;
    std::this_thread::sleep_for(2ms);
  }
  return false;
}

}  // namespace

TEST_CASE("a file that is put into place or taken away is news, once") {
  kiosk::test::TemporaryFolder folder;
  std::atomic<int> calls = 0;
  auto watch = watch_folder(folder.path(), 0ms, [&] { ++calls; });
  CHECK_FALSE(watch->take_news());
  place(folder / "progress.json");
  CHECK(news_come(*watch));
  CHECK(calls > 0);
  fs::remove(folder / "progress.json");
  CHECK(news_come(*watch));
}

TEST_CASE("however often a file is replaced, the waiting side is woken once a pause") {
  kiosk::test::TemporaryFolder folder;
  std::atomic<int> calls = 0;
  auto watch = watch_folder(folder.path(), 1h, [&] { ++calls; });
  for (int i = 0; i < 50; ++i) place(folder / "progress.json");
  CHECK(news_come(*watch));
  for (int i = 0; i < 50; ++i) place(folder / "progress.json");
  CHECK(calls == 1);
}

TEST_CASE("a folder that appears later, or again, is watched from the next look on") {
  kiosk::test::TemporaryFolder folder;
  const fs::path late = folder / "late";
  auto watch = watch_folder(late, 0ms, [] {});
  auto look_again = [&] { watch->look_again(); };
  look_again();
  CHECK_FALSE(watch->take_news());
  for (int turn = 0; turn < 2; ++turn) {
    fs::create_directory(late);
    CHECK(news_come(*watch, look_again));
    place(late / "progress.json");
    CHECK(news_come(*watch, look_again));
    fs::remove_all(late);
    CHECK(news_come(*watch, look_again));
  }
}

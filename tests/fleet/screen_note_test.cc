#include "kiosk/fleet/screen_note.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include "tests/support/temporary_folder.h"

namespace kiosk::fleet {
namespace {

using test::TemporaryFolder;

ino_t inode_of(const std::filesystem::path& file) {
  struct stat status = {};
  REQUIRE(::stat(file.c_str(), &status) == 0);
  return status.st_ino;
}

TEST_CASE("starts are counted from power-on, and from one again after the next") {
  TemporaryFolder folder;
  const auto health = folder / "health";
  CHECK_FALSE(read_screen_note(health));
  { ScreenNotes notes(health, "monday"); }
  { ScreenNotes notes(health, "monday"); }
  CHECK(read_screen_note(health)->starts == 2);
  { ScreenNotes notes(health, "tuesday"); }
  CHECK(read_screen_note(health)->starts == 1);
}

TEST_CASE("a start has not shown anything until it says so") {
  TemporaryFolder folder;
  ScreenNotes notes(folder.path(), "monday");
  CHECK_FALSE(read_screen_note(folder.path())->presented);
  notes.presented();
  notes.devices(true, std::nullopt);
  CHECK(*read_screen_note(folder.path()) == ScreenNote{"monday", 1, true, true, std::nullopt, ""});
  ScreenNotes next(folder.path(), "monday");
  CHECK_FALSE(read_screen_note(folder.path())->presented);
}

TEST_CASE("the note is written when something changed and not when the same is said again") {
  TemporaryFolder folder;
  ScreenNotes notes(folder.path(), "monday");
  notes.presented();
  notes.devices(true, true);
  const ino_t before = inode_of(folder / "screen.json");
  notes.presented();
  notes.devices(true, true);
  CHECK(inode_of(folder / "screen.json") == before);
  notes.devices(false, true);
  CHECK(inode_of(folder / "screen.json") != before);
}

TEST_CASE("the note says why nothing is heard until it is heard again") {
  TemporaryFolder folder;
  ScreenNotes notes(folder.path(), "monday");
  notes.devices(true, true, "Sound device \"USB\" does not open.");
  CHECK(read_screen_note(folder.path())->sound_trouble == "Sound device \"USB\" does not open.");
  notes.devices(true, true);
  CHECK(read_screen_note(folder.path())->sound_trouble.empty());
}

TEST_CASE("a note that could not be written is tried again though nothing changes, and seldom") {
  TemporaryFolder folder;
  const auto health = folder / "health";
  test::write_file(health, "in the way of the folder");
  ScreenNotes notes(health, "monday");
  notes.presented();
  notes.devices(true, true);
  std::filesystem::remove(health);
  notes.devices(true, true);
  CHECK_FALSE(read_screen_note(health));
  for (int call = 0; call < 100; ++call) notes.devices(true, true);
  CHECK(*read_screen_note(health) == ScreenNote{"monday", 1, true, true, true, ""});
}

TEST_CASE("a damaged note counts as none and is written again") {
  for (const char* text : {"", "{", "[]", "{\"boot\":1,\"starts\":2}", "{\"boot\":\"monday\",\"starts\":1.5}"}) {
    TemporaryFolder folder;
    test::write_file(folder / "screen.json", text);
    CHECK_FALSE(read_screen_note(folder.path()));
    ScreenNotes notes(folder.path(), "monday");
    CHECK(read_screen_note(folder.path())->starts == 1);
  }
}

}  // namespace
}  // namespace kiosk::fleet

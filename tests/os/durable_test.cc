#include "kiosk/os/durable.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <fstream>

#include "kiosk/os/directory.h"
#include "kiosk/os/file.h"
#include "kiosk/os/lock_file.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::os {
namespace {

using test::TemporaryFolder;

TEST_CASE("a durable write replaces the file and leaves nothing beside it") {
  TemporaryFolder folder;
  REQUIRE(write_durably(folder / "state", "old", 0644).ok());
  std::ofstream(folder / "state.new") << "left over by a power cut, and longer";
  REQUIRE(write_durably(folder / "state", "new", 0444).ok());
  CHECK(*read_file(folder / "state", 100) == "new");
  CHECK(*list_folder(folder.path()) == std::vector<std::string>{"state"});
}

TEST_CASE("a durable write into a folder that is not there says so") {
  TemporaryFolder folder;
  auto status = write_durably(folder / "none" / "state", "x");
  REQUIRE_FALSE(status.ok());
  CHECK(status.error().code == Code::not_found);
}

TEST_CASE("a link is replaced in one step") {
  TemporaryFolder folder;
  REQUIRE(link_durably("releases/1", folder / "current").ok());
  REQUIRE(link_durably("releases/2", folder / "current").ok());
  CHECK(std::filesystem::read_symlink(folder / "current") == "releases/2");
  CHECK(list_folder(folder.path())->size() == 1);
}

TEST_CASE("folders are made with their parents, once or twice") {
  TemporaryFolder folder;
  REQUIRE(make_folder_durably(folder / "a" / "b" / "c").ok());
  REQUIRE(make_folder_durably(folder / "a" / "b" / "c").ok());
  CHECK(std::filesystem::is_directory(folder / "a" / "b" / "c"));
  std::ofstream(folder / "file") << "x";
  CHECK_FALSE(make_folder_durably(folder / "file").ok());
}

TEST_CASE("reading stops at its bound") {
  TemporaryFolder folder;
  REQUIRE(write_durably(folder / "state", "12345").ok());
  CHECK(read_file(folder / "state", 5).ok());
  auto larger = read_file(folder / "state", 4);
  REQUIRE_FALSE(larger.ok());
  CHECK(larger.error().code == Code::damaged);
  CHECK(read_file(folder / "none", 4).error().code == Code::not_found);
}

TEST_CASE("links, pipes and folders are not read as files, and nothing waits for them") {
  TemporaryFolder folder;
  REQUIRE(write_durably(folder / "state", "12345").ok());
  REQUIRE(link_durably("state", folder / "link").ok());
  REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
  CHECK(read_file(folder / "link", 10).error().code == Code::refused);
  CHECK(read_file(folder / "pipe", 10).error().code == Code::refused);
  CHECK(read_file(folder.path(), 10).error().code == Code::refused);
}

TEST_CASE("appending continues where a file ends") {
  TemporaryFolder folder;
  {
    auto file = File::open_to_append(folder / "part");
    REQUIRE(file.ok());
    REQUIRE(file->write("first ").ok());
  }
  auto file = File::open_to_append(folder / "part");
  REQUIRE(file.ok());
  CHECK(*file->size() == 6);
  REQUIRE(file->write("second").ok());
  REQUIRE(file->sync().ok());
  CHECK(*read_file(folder / "part", 100) == "first second");
}

TEST_CASE("a lock is held by one and freed with its owner") {
  TemporaryFolder folder;
  {
    auto first = LockFile::try_lock(folder / "lock");
    REQUIRE(first.ok());
    auto second = LockFile::try_lock(folder / "lock");
    REQUIRE_FALSE(second.ok());
    CHECK(second.error().code == Code::refused);
  }
  CHECK(LockFile::try_lock(folder / "lock").ok());
}

TEST_CASE("removing takes away what is there and minds nothing that is not") {
  TemporaryFolder folder;
  REQUIRE(make_folder_durably(folder / "a" / "b").ok());
  REQUIRE(write_durably(folder / "a" / "b" / "f", "x").ok());
  REQUIRE(remove_tree(folder / "a").ok());
  CHECK(remove_tree(folder / "a").ok());
  CHECK(remove_durably(folder / "none").ok());
  CHECK(list_folder(folder / "a")->empty());
  CHECK(*free_bytes(folder.path()) > 0);
}

TEST_CASE("a full device is told apart from a broken one") {
  auto file = File::open_to_append("/dev/full");
  REQUIRE(file.ok());
  auto status = file->write("x");
  REQUIRE_FALSE(status.ok());
  CHECK(status.error().code == Code::no_space);
}

}  // namespace
}  // namespace kiosk::os

#include "kiosk/update/compression.h"

#include <doctest/doctest.h>

#include "tests/support/temporary_folder.h"

namespace kiosk::update {
namespace {

struct Packed {
  explicit Packed(const std::string& bytes) {
    test::write_file(folder / "plain", bytes);
    REQUIRE(compress(folder / "plain", "", folder / "packed").ok());
  }
  Status unpack(uint64_t length) { return decompress(folder / "packed", "", folder / "out", length); }

  test::TemporaryFolder folder;
};

TEST_CASE("a few bytes that unpack to much are stopped at the size that was signed for") {
  Packed bomb(std::string(50'000'000, '\0'));
  CHECK_FALSE(bomb.unpack(1000).ok());
  CHECK(std::filesystem::file_size(bomb.folder / "out") < 1'000'000);
  CHECK(bomb.unpack(50'000'000).ok());
}

TEST_CASE("nothing may follow behind what was packed") {
  Packed one("words");
  CHECK(one.unpack(5).ok());
  const std::string frame = test::read_file(one.folder / "packed");
  for (const std::string& more : {frame, std::string("x"), std::string(300'000, 'x')}) {
    test::write_file(one.folder / "packed", frame + more);
    CHECK_FALSE(one.unpack(5).ok());
  }
}

}  // namespace
}  // namespace kiosk::update

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "kiosk/graphics/image.h"
#include "kiosk/graphics/qr.h"
#include "tests/support/temporary_folder.h"

using namespace kiosk;
using namespace kiosk::graphics;

namespace {

std::vector<uint8_t> png_of(int width, int height) {
  test::TemporaryFolder folder;
  Image image{width, height, std::vector<uint8_t>(size_t(width) * height * 4, 200)};
  REQUIRE(write_png(image, folder.path() / "a.png").ok());
  std::ifstream file(folder.path() / "a.png", std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("a picture survives being written and read") {
  auto image = decode_image(png_of(7, 5));
  REQUIRE(image.ok());
  CHECK(image->width == 7);
  CHECK(image->height == 5);
  CHECK(image->rgba[0] == 200);
}

TEST_CASE("a picture cut short anywhere is refused, never a crash") {
  std::vector<uint8_t> bytes = png_of(16, 16);
  for (size_t size = 0; size + 12 < bytes.size(); size += 3) {
    CHECK_FALSE(decode_image({bytes.data(), size}).ok());
  }
}

TEST_CASE("a picture that is too large is refused before it is decoded") {
  auto image = decode_image(png_of(kMaxImageSide + 1, 1));
  REQUIRE_FALSE(image.ok());
  CHECK(image.error().code == Code::invalid);
  CHECK(image.error().message.find("4096") != std::string::npos);
}

TEST_CASE("what is no picture says so") {
  std::vector<uint8_t> text{'h', 'e', 'l', 'l', 'o'};
  auto image = decode_image(text);
  REQUIRE_FALSE(image.ok());
  CHECK(image.error().code == Code::damaged);
}

TEST_CASE("a QR code is square and has its three finder patterns") {
  auto code = make_qr("tel:116");
  REQUIRE(code.ok());
  REQUIRE(code->size >= 21);
  int last = code->size - 1;
  for (auto [x, y] : {std::pair(0, 0), std::pair(last, 0), std::pair(0, last)}) CHECK(code->dark(x, y));
  CHECK_FALSE(code->dark(7, 7));
}

TEST_CASE("a JPEG whose Huffman tables have too many codes is refused before it is decoded") {
  for (const char* name : {"too_many_codes.jpg", "table_beyond_its_segment.jpg"}) {
    std::ifstream file(std::string(KIOSK_SOURCE_DIR "/tests/fuzz/corpus/image/") + name, std::ios::binary);
    REQUIRE(file);
    std::vector<uint8_t> bytes{std::istreambuf_iterator<char>(file), {}};
    auto image = decode_image(bytes);
    REQUIRE_FALSE(image.ok());
    CHECK_MESSAGE(image.error().message.find("a damaged JPEG") != std::string::npos, image.error().message);
  }
}

TEST_CASE("a PNG that announces a gigabyte in a few bytes is refused before room is made for it") {
  for (const char* name : {"announces_a_gigabyte.png", "announces_a_gigabyte_last.png"}) {
    std::ifstream file(std::string(KIOSK_SOURCE_DIR "/tests/fuzz/corpus/image/") + name, std::ios::binary);
    REQUIRE(file);
    std::vector<uint8_t> bytes{std::istreambuf_iterator<char>(file), {}};
    auto image = decode_image(bytes);
    REQUIRE_FALSE(image.ok());
    CHECK_MESSAGE(image.error().message.find("a PNG that is cut short") != std::string::npos, image.error().message);
  }
}

#include <doctest/doctest.h>
#include <turbojpeg.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>

#include "kiosk/graphics/image.h"
#include "kiosk/graphics/qr.h"
#include "tests/support/source_path.h"
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

std::vector<uint8_t> jpeg_of(int width, int height) {
  std::vector<uint8_t> pixels(size_t{3} * width * height, 200);
  const std::unique_ptr<void, int (*)(void*)> encoder(tjInitCompress(), tjDestroy);
  unsigned char* bytes = nullptr;
  unsigned long size = 0;
  REQUIRE(tjCompress2(encoder.get(), pixels.data(), width, 0, height, TJPF_RGB, &bytes, &size, TJSAMP_420, 90, 0) == 0);
  std::vector<uint8_t> jpeg(bytes, bytes + size);
  tjFree(bytes);
  return jpeg;
}

std::vector<uint8_t> corpus_picture(const std::string& name) {
  std::ifstream file(test::source_path("tests/fuzz/corpus/image/") + name, std::ios::binary);
  REQUIRE_MESSAGE(file, name);
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
  for (size_t size = 0; size + 12 < bytes.size(); size += 3) { CHECK_FALSE(decode_image({bytes.data(), size}).ok()); }
}

TEST_CASE("a picture that is too large is refused before it is decoded") {
  auto image = decode_image(png_of(kMaxImageSide + 1, 1));
  REQUIRE_FALSE(image.ok());
  CHECK(image.error().code == Code::invalid);
  CHECK(image.error().message.find("4096") != std::string::npos);
}

TEST_CASE("anything that is not a picture is reported as such") {
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

TEST_CASE("a JPEG whose tables are impossible or name no symbol is refused") {
  for (const char* name : {"too_many_codes.jpg", "table_beyond_its_segment.jpg", "codes_without_a_symbol.jpg"}) {
    auto image = decode_image(corpus_picture(name));
    REQUIRE_FALSE(image.ok());
    CHECK_MESSAGE(image.error().message.find("a JPEG that is cut short or damaged") != std::string::npos,
                  image.error().message);
  }
}

TEST_CASE("a JPEG is read, and cut short it is refused") {
  std::vector<uint8_t> bytes = jpeg_of(40, 24);
  auto image = decode_image(bytes);
  REQUIRE(image.ok());
  CHECK(image->width == 40);
  CHECK(image->height == 24);
  for (int channel = 0; channel < 3; ++channel) CHECK(std::abs(image->rgba[channel] - 200) < 4);
  CHECK(image->rgba[3] == 255);
  for (size_t size = 0; size < bytes.size(); ++size) CHECK_FALSE(decode_image({bytes.data(), size}).ok());
}

TEST_CASE("a JPEG that is too large or in printing colours is refused with what to do") {
  auto large = decode_image(jpeg_of(kMaxImageSide + 8, 8));
  REQUIRE_FALSE(large.ok());
  CHECK(large.error().message.find("Save it smaller") != std::string::npos);
  auto printed = decode_image(corpus_picture("printing_colours.jpg"));
  REQUIRE_FALSE(printed.ok());
  CHECK(printed.error().code == Code::unsupported);
  CHECK(printed.error().message.find("RGB") != std::string::npos);
}

TEST_CASE("a PNG that announces a gigabyte in a few bytes is refused before room is made for it") {
  for (const char* name : {"announces_a_gigabyte.png", "announces_a_gigabyte_last.png"}) {
    auto image = decode_image(corpus_picture(name));
    REQUIRE_FALSE(image.ok());
    CHECK_MESSAGE(image.error().message.find("a PNG that is cut short") != std::string::npos, image.error().message);
  }
}

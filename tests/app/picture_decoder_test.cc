#include "kiosk/app/picture_decoder.h"

#include <doctest/doctest.h>

#include <condition_variable>
#include <fstream>
#include <iterator>
#include <mutex>

#include "tests/support/temporary_folder.h"

using namespace kiosk;
using app::PictureDecoder;

namespace {

std::vector<uint8_t> png(const test::TemporaryFolder& folder, int side) {
  graphics::Image image{side, side, std::vector<uint8_t>(size_t{4} * side * side, 200)};
  REQUIRE(graphics::write_png(image, folder / "picture.png").ok());
  std::ifstream file(folder / "picture.png", std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// Sleeps until the decoder has called and has something.
class Calls {
 public:
  std::function<void()> told() {
    return [this] {
      std::lock_guard lock(mutex_);
      news_.notify_all();
    };
  }
  void await(const PictureDecoder& decoder) {
    std::unique_lock lock(mutex_);
    news_.wait(lock, [&] { return decoder.any(); });
  }

 private:
  std::mutex mutex_;
  std::condition_variable news_;
};

}  // namespace

TEST_CASE("a picture is decoded aside, and its caller told") {
  test::TemporaryFolder folder;
  Calls calls;
  PictureDecoder decoder(calls.told());
  CHECK_FALSE(decoder.any());
  decoder.decode("a", png(folder, 12));
  calls.await(decoder);
  CHECK(decoder.any());
  std::vector<PictureDecoder::Decoded> all = decoder.take();
  REQUIRE(all.size() == 1);
  CHECK(all[0].path == "a");
  REQUIRE(all[0].image.ok());
  CHECK(all[0].image->width == 12);
  CHECK_FALSE(decoder.any());
}

TEST_CASE("bytes that are no picture come back as an error") {
  Calls calls;
  PictureDecoder decoder(calls.told());
  decoder.decode("broken", {1, 2, 3});
  calls.await(decoder);
  std::vector<PictureDecoder::Decoded> all = decoder.take();
  REQUIRE(all.size() == 1);
  CHECK_FALSE(all[0].image.ok());
}

TEST_CASE("what was asked for before another catalog never comes") {
  test::TemporaryFolder folder;
  Calls calls;
  PictureDecoder decoder(calls.told());
  const std::vector<uint8_t> large = png(folder, 1500);
  for (int i = 0; i < 4; ++i) decoder.decode("old", large);
  decoder.forget();
  decoder.decode("new", png(folder, 8));
  calls.await(decoder);
  std::vector<PictureDecoder::Decoded> all = decoder.take();
  REQUIRE(all.size() == 1);
  CHECK(all[0].path == "new");
}

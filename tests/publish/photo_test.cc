#include "kiosk/publish/photo.h"

#include <doctest/doctest.h>
#include <lcms2.h>

#include <array>
#include <cstdlib>
#include <utility>

#include "tests/publish/photos.h"
#include "tests/publish/sample_content.h"

using namespace kiosk;
using namespace kiosk::publish;
using namespace kiosk::test;

namespace {

const std::string kExif("Exif\0\0", 6);
constexpr uint8_t kApp1 = 0xE1, kApp2 = 0xE2, kApp13 = 0xED, kComment = 0xFE;

std::span<const uint8_t> view(const std::string& bytes) {
  return {reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size()};
}

Photo prepared(const std::string& bytes) {
  auto result = prepare_photo(view(bytes), "media/bag.jpg");
  if (const auto* objection = std::get_if<PhotoObjection>(&result)) FAIL(objection->problem);
  return std::get<Photo>(std::move(result));
}

std::string objection_to(const std::string& bytes) {
  auto result = prepare_photo(view(bytes), "media/bag.jpg");
  const auto* objection = std::get_if<PhotoObjection>(&result);
  return objection ? objection->problem + " " + objection->remedy : "";
}

graphics::Image seen(const Photo& picture) {
  auto image = graphics::decode_image(picture.bytes);
  REQUIRE_MESSAGE(image.ok(), image.error().message);
  return *std::move(image);
}

std::string text_of(const Photo& picture) { return std::string(picture.bytes.begin(), picture.bytes.end()); }

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

// Where red and green of four_fields() are in the end: right or left, below or above. Exif 2.32, 4.6.4, Orientation.
struct Turn {
  int orientation;
  bool red_right, red_below, green_right, green_below;
};
constexpr std::array kTurns{Turn{1, false, false, true, false}, Turn{2, true, false, false, false},
                            Turn{3, true, true, false, true},   Turn{4, false, true, true, true},
                            Turn{5, false, false, false, true}, Turn{6, true, false, true, true},
                            Turn{7, true, true, true, false},   Turn{8, false, true, false, false}};

void check_turned(const graphics::Image& image, const Turn& turn) {
  CHECK_MESSAGE(field(image, turn.red_right, turn.red_below) == "red", turn.orientation);
  CHECK_MESSAGE(field(image, turn.green_right, turn.green_below) == "green", turn.orientation);
  CHECK_MESSAGE((image.width > image.height) == (turn.orientation < 5), turn.orientation);
}

// An ICC profile with these corners of its colours, and sRGB's curve, or another.
std::string profile(const std::array<double, 6>& corners, double gamma = 0) {
  const cmsCIExyY white{0.3127, 0.3290, 1};
  const cmsCIExyYTRIPLE primaries{
      {corners[0], corners[1], 1}, {corners[2], corners[3], 1}, {corners[4], corners[5], 1}};
  const double srgb[5] = {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};
  cmsToneCurve* curve = gamma > 0 ? cmsBuildGamma(nullptr, gamma) : cmsBuildParametricToneCurve(nullptr, 4, srgb);
  cmsToneCurve* curves[3] = {curve, curve, curve};
  cmsHPROFILE made = cmsCreateRGBProfile(&white, &primaries, curves);
  cmsUInt32Number size = 0;
  cmsSaveProfileToMem(made, nullptr, &size);
  std::string bytes(size, '\0');
  cmsSaveProfileToMem(made, bytes.data(), &size);
  cmsCloseProfile(made);
  cmsFreeToneCurve(curve);
  return bytes;
}
constexpr std::array kDisplayP3{0.680, 0.320, 0.265, 0.690, 0.150, 0.060};
constexpr std::array kAdobe{0.640, 0.330, 0.210, 0.710, 0.150, 0.060};
constexpr std::array kSrgb{0.640, 0.330, 0.300, 0.600, 0.150, 0.060};

std::string in_parts(const std::string& jpeg, const std::string& icc, size_t part) {
  const size_t count = (icc.size() + part - 1) / part;
  std::string all = jpeg;
  // Put before one another, so the last comes first in the file unless begun from the end; order is told by number.
  for (size_t i = 0; i < count; ++i)
    all = with_segment(all, kApp2,
                       std::string("ICC_PROFILE\0", 12) + static_cast<char>(i + 1) + static_cast<char>(count) +
                           icc.substr(i * part, part));
  return all;
}

graphics::Image in_one_colour(uint8_t red, uint8_t green, uint8_t blue) {
  graphics::Image image{32, 32, {}};
  for (int i = 0; i < 32 * 32; ++i) image.rgba.insert(image.rgba.end(), {red, green, blue, 255});
  return image;
}

bool near(const graphics::Image& image, int red, int green, int blue) {
  constexpr int kUnseen = 6;
  const size_t middle = 4 * (16 * 32 + 16);
  return std::abs(image.rgba[middle] - red) <= kUnseen && std::abs(image.rgba[middle + 1] - green) <= kUnseen &&
         std::abs(image.rgba[middle + 2] - blue) <= kUnseen;
}

}  // namespace

TEST_CASE("a photo is upright however the camera was held: JPEG and PNG, in both orders of bytes") {
  for (const Turn& turn : kTurns) {
    for (bool big_endian : {false, true}) {
      const std::string note = held(turn.orientation, big_endian);
      check_turned(seen(prepared(with_segment(jpeg_of(four_fields(96, 64)), kApp1, kExif + note))), turn);
      check_turned(seen(prepared(with_chunk(png_of(four_fields(96, 64)), "eXIf", note))), turn);
    }
  }
}

TEST_CASE("a photo of any size is turned, also where its rows do not fill the blocks of a JPEG") {
  for (auto [width, height] : {std::pair(97, 65), std::pair(33, 17), std::pair(4400, 2200)}) {
    for (const Turn& turn : kTurns)
      check_turned(seen(prepared(
                       with_segment(jpeg_of(four_fields(width, height)), kApp1, kExif + held(turn.orientation, true)))),
                   turn);
  }
}

TEST_CASE("a note of an orientation that there is not turns nothing") {
  for (int orientation : {0, 9, 255})
    check_turned(seen(prepared(with_segment(jpeg_of(four_fields(96, 64)), kApp1, kExif + held(orientation, false)))),
                 kTurns[0]);
  check_turned(seen(prepared(with_segment(jpeg_of(four_fields(96, 64)), kApp1, kExif + "II*"))), kTurns[0]);
}

TEST_CASE("no note of camera, place or person travels with a picture") {
  const std::string jpeg = jpeg_of(four_fields(96, 64)), png = png_of(four_fields(96, 64));
  for (const std::string& noted :
       {with_segment(jpeg, kApp1, kExif + held(1, false, "6.3 N 10.8 W")),
        with_segment(jpeg, kApp1, std::string("http://ns.adobe.com/xap/1.0/\0", 29) + "6.3 N 10.8 W"),
        with_segment(jpeg, kApp13, "Photoshop 3.0 6.3 N 10.8 W"), with_segment(jpeg, kComment, "6.3 N 10.8 W"),
        with_chunk(png, "tEXt", std::string("Comment\0", 8) + "6.3 N 10.8 W"),
        with_chunk(png, "eXIf", held(1, false, "6.3 N 10.8 W"))}) {
    REQUIRE(holds(noted, "10.8 W"));
    const Photo picture = prepared(noted);
    CHECK_FALSE(holds(text_of(picture), "10.8 W"));
    check_turned(seen(picture), kTurns[0]);
    CHECK_FALSE(picture.made_smaller);
  }
}

TEST_CASE("a picture without notes goes into the catalog byte for byte") {
  for (const std::string& plain : {jpeg_of(four_fields(96, 64)), png_of(four_fields(96, 64))})
    CHECK(text_of(prepared(plain)) == plain);
}

TEST_CASE("the colours of a phone's wide range are made those of a screen") {
  // By the primaries and curves alone, computed apart: Display P3 200,100,100 is sRGB 215,93,97.
  const graphics::Image image = in_one_colour(200, 100, 100);
  const std::string p3 = profile(kDisplayP3);
  for (size_t part : {size_t{60000}, size_t{100}})
    CHECK(near(seen(prepared(in_parts(jpeg_of(image), p3, part))), 215, 93, 97));
  CHECK(near(seen(prepared(with_chunk(png_of(image), "iCCP", std::string("P3\0\0", 4) + in_zlib(p3)))), 215, 93, 97));
  const auto adobe = seen(prepared(in_parts(jpeg_of(image), profile(kAdobe, 2.2), 60000)));
  CHECK(adobe.rgba[4 * (16 * 32 + 16)] > 220);
}

TEST_CASE("a profile that changes nothing, is not of colours or is broken leaves the colours alone") {
  const graphics::Image image = in_one_colour(200, 100, 100);
  for (const std::string& icc : {profile(kSrgb), std::string("no profile"), profile(kDisplayP3).substr(0, 200)}) {
    CHECK(near(seen(prepared(in_parts(jpeg_of(image), icc, 60000))), 200, 100, 100));
    CHECK(
        near(seen(prepared(with_chunk(png_of(image), "iCCP", std::string("x\0\0", 3) + in_zlib(icc)))), 200, 100, 100));
  }
  CHECK(near(seen(prepared(with_chunk(png_of(image), "iCCP", std::string("x\0\0not zlib", 11)))), 200, 100, 100));
}

TEST_CASE("a PNG of 16 bits a colour is made one of 8, with the same colours") {
  const std::string deep = deep_png(32, 32, 0xC800, 0x6480, 0x0000);
  const Photo picture = prepared(deep);
  CHECK(near(seen(picture), 0xC8, 0x64, 0));
  CHECK(picture.bytes.size() < deep.size() / 2);
  CHECK_FALSE(picture.made_smaller);
}

TEST_CASE("a JPEG of 12 bits a colour is said to be one") {
  std::string jpeg = jpeg_of(four_fields(32, 32));
  const size_t frame = jpeg.find("\xFF\xC0");
  REQUIRE(frame != std::string::npos);
  jpeg[frame + 4] = 12;
  CHECK(holds(objection_to(jpeg), "a JPEG of 12 bits a colour. Save it again as JPEG with 8 bits"));
}

TEST_CASE("a huge picture is made smaller, upright and in its proportions") {
  const Photo wide = prepared(jpeg_of(four_fields(8000, 4000)));
  CHECK(wide.made_smaller);
  CHECK((wide.is.width == 1600 && wide.is.height == 800));
  check_turned(seen(wide), kTurns[0]);
  const Photo tall = prepared(with_segment(jpeg_of(four_fields(6000, 3000)), kApp1, kExif + held(6, true)));
  CHECK((tall.is.width == 800 && tall.is.height == 1600));
  check_turned(seen(tall), kTurns[5]);
  const Photo flat = prepared(png_of(four_fields(4097, 2)));
  CHECK((flat.is.width == 1600 && flat.is.height == 1));
}

TEST_CASE("a picture of few points and many bytes fits into a catalog afterwards, and keeps what shines through") {
  graphics::Image image = noise(1500, 1500);
  REQUIRE(png_of(image).size() > graphics::kMaxImageBytes);
  const Photo opaque = prepared(png_of(image));
  CHECK(opaque.bytes.size() <= graphics::kMaxImageBytes);
  CHECK(opaque.is.width == 1500);
  image.rgba[3] = 0;
  const Photo glass = prepared(png_of(image));
  CHECK(glass.bytes.size() <= graphics::kMaxImageBytes);
  CHECK(glass.is.width < 1500);
  CHECK(seen(glass).rgba[3] < 255);
}

TEST_CASE("what was done to a picture that matters is said in one sentence each") {
  SampleContent content;
  content.write("media/bag.png", png_of(four_fields(5000, 1000)));
  CHECK(holds(content.all_problems(), "media/bag.png: warning: The picture has 5000 x 1000 pixels and "));
  CHECK(holds(content.all_problems(), "kiosks get it with 1600 x 320 pixels"));
  content.write("media/bag.png", with_chunk(png_of(four_fields(50, 10)), "acTL", std::string("\0\0\0\2\0\0\0\0", 8)));
  CHECK(
      holds(content.all_problems(), "media/bag.png: warning: The picture moves; kiosks show its first moment alone."));
  content.write("media/bag.png", with_chunk(png_of(four_fields(50, 10)), "eXIf", held(6, true)));
  CHECK(content.all_problems() == "");
}

TEST_CASE("damage is found in a large picture as in a small one") {
  const std::string jpeg = jpeg_of(four_fields(5000, 1000)), png = png_of(four_fields(5000, 1000));
  for (const std::string& whole : {jpeg, png})
    for (size_t size : {size_t{100}, whole.size() / 2, whole.size() - 2})
      CHECK_MESSAGE(holds(objection_to(whole.substr(0, size)), "The picture is damaged."), size);
  // Three bytes are less than the mark of a PNG: they could be anything, and are refused as that.
  for (const std::string& whole : {jpeg, png}) CHECK(objection_to(whole.substr(0, 3)) != "");
}

#include <doctest/doctest.h>

#include <filesystem>

#include "kiosk/catalog/catalog.h"
#include "kiosk/graphics/image.h"
#include "kiosk/publish/build.h"
#include "kiosk/publish/picture/composition.h"
#include "kiosk/publish/picture/drawing.h"
#include "kiosk/publish/picture/drawn_picture.h"
#include "kiosk/publish/picture/indexed_png.h"
#include "tests/publish/sample_content.h"

using namespace kiosk;
using kiosk::catalog::Colours;
using kiosk::test::SampleContent;
using kiosk::test::TemporaryFolder;

namespace {

const std::string kHead = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 96 96\">\n";
const std::string kWheel = kHead + "<circle fill=\"ink\" cx=\"48\" cy=\"48\" r=\"10\"/>\n</svg>\n";

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

// A content folder whose first page has the drawing `bus`, made of these shapes and of a part `wheel`.
struct WithBus : SampleContent {
  explicit WithBus(const std::string& shapes) {
    write("pictures/bus.svg", kHead + shapes + "\n</svg>\n");
    write("pictures/parts/wheel.svg", kWheel);
    write("pictures/pictures.yaml", "bus: {en: A bus, fr: Un car, ar: حافلة}\n");
    replace("topics/before-you-go.en.md", "position: 1", "position: 1\npicture: bus");
  }
};

std::string problems_with(const std::string& shapes) { return WithBus(shapes).all_problems(); }

const std::string kBus =
    "<path fill=\"teal\" stroke=\"teal\" d=\"M10 30H86V70H10Z\"/>\n"
    "<use href=\"parts/wheel.svg\" transform=\"translate(-10 40) scale(.75)\"/>";

std::unique_ptr<catalog::Catalog> built(const SampleContent& content, const std::filesystem::path& folder) {
  Status status = publish::build_catalog(content.load(), folder);
  REQUIRE_MESSAGE(status.ok(), status.error().message);
  auto catalog = catalog::Catalog::open(folder);
  REQUIRE(catalog.ok());
  return std::move(*catalog);
}

uint32_t pixel(const graphics::Image& image, int x, int y) {
  const uint8_t* at = &image.rgba[4 * (static_cast<size_t>(y) * image.width + x)];
  return uint32_t{at[0]} << 24 | at[1] << 16 | at[2] << 8 | at[3];
}

}  // namespace

TEST_CASE("a drawing of shapes and parts is taken, and drawn in both sets of colours and at both sides") {
  WithBus content(kBus);
  CHECK(content.all_problems() == "");
  TemporaryFolder folder;
  auto catalog = built(content, folder / "catalog");
  CHECK(catalog->topic("before-you-go", LanguageTag::of("fr"))->picture == "bus");
  CHECK(catalog->drawing("bus", LanguageTag::of("fr"))->words == "Un car");
  for (auto [colours, teal, ink] : {std::tuple{Colours::paper, 0x0b5e57ffu, 0x14222effu},
                                    std::tuple{Colours::high_contrast, 0x6fdccfffu, 0xffffffffu}}) {
    for (int side : catalog::kDrawingSides) {
      auto bytes = catalog->medium(catalog::drawing_file("bus", colours, side));
      REQUIRE(bytes.ok());
      auto image = graphics::decode_image(*bytes);
      REQUIRE(image.ok());
      REQUIRE(image->width == side);
      REQUIRE(image->height == side);
      CHECK(pixel(*image, side / 2, side / 2) == teal);
      CHECK(pixel(*image, side * 26 / 96, side * 76 / 96) == ink);
      CHECK((pixel(*image, side / 2, side / 96) & 0xff) == 0);
    }
  }
}

TEST_CASE("the same drawings give the same bytes") {
  WithBus content(kBus);
  auto once = publish::draw_pictures(content.load(), true, {}),
       again = publish::draw_pictures(content.load(), true, {});
  REQUIRE(once.ok());
  REQUIRE(once->size() == 1);
  REQUIRE(once->front().files.size() == 4);
  for (size_t i = 0; i < 4; ++i) CHECK(once->front().files[i].png == again->front().files[i].png);
  CHECK(publish::draw_pictures(content.load(), false, {})->front().files.empty());
}

TEST_CASE("only drawings that something names travel to the kiosks") {
  WithBus content(kBus);
  content.write("pictures/sea.svg", kHead + "<circle fill=\"water\" cx=\"48\" cy=\"48\" r=\"9\"/></svg>");
  TemporaryFolder folder;
  auto catalog = built(content, folder / "catalog");
  CHECK(catalog->media("pictures/").size() == 4);
  CHECK_FALSE(catalog->drawing("sea", LanguageTag::of("en")).ok());
}

TEST_CASE("what is not allowed in a drawing is refused with its file, line and what to do") {
  const std::pair<const char*, const char*> cases[] = {
      {"<script>alert(1)</script>", "A script is not allowed in a drawing"},
      {"<text x=\"4\" y=\"9\">Bus</text>", "Words are not allowed in a drawing"},
      {"<image href=\"https://example.org/a.png\"/>", "takes in no other picture"},
      {"<style>path{fill:red}</style>", "A style sheet"},
      {"<foreignObject/>", "A script"},
      {"<filter/>", "<filter> is not allowed"},
      {"<use href=\"https://example.org/a.svg\"/>", "uses parts only"},
      {"<use href=\"../secret.svg\"/>", "uses parts only"},
      {"<use href=\"bus.svg\"/>", "uses parts only"},
      {"<use/>", "names no part"},
      {"<use href=\"parts/engine.svg\"/>", "There is no part \"engine\""},
      {"<circle fill=\"red\" cx=\"9\" cy=\"9\" r=\"4\"/>", "There is no colour called \"red\""},
      {"<circle fill=\"#ff0000\" cx=\"9\" cy=\"9\" r=\"4\"/>", "There is no colour called \"#ff0000\""},
      {"<circle fill=\"url(#a)\" cx=\"9\" cy=\"9\" r=\"4\"/>", "There is no colour"},
      {"<circle style=\"fill:red\" cx=\"9\" cy=\"9\" r=\"4\"/>", "\"style\" is not allowed"},
      {"<circle onclick=\"go()\" cx=\"9\" cy=\"9\" r=\"4\"/>", "A script"},
      {"<circle opacity=\".5\" cx=\"9\" cy=\"9\" r=\"4\"/>", "\"opacity\" is not allowed"},
      {"<circle fill=\"ink\" cx=\"9mm\" cy=\"9\" r=\"4\"/>", "is no length"},
      {"<circle fill=\"ink\" cx=\"1e9\" cy=\"9\" r=\"4\"/>", "is no length"},
      {"<path stroke=\"ink\" stroke-width=\"1\" d=\"M4 4H9\"/>", "A line is \"1\" wide"},
      {"<path stroke=\"ink\" d=\"4 4H9\"/>", "path data"},
      {"<path stroke=\"ink\" d=\"M4 4A3 3 0 0 1 9 9\"/>", "path data"},
      {"<path stroke=\"ink\" d=\"M4 4L9\"/>", "path data"},
      {"<g transform=\"skewX(20)\"/>", "transform"},
      {"<g transform=\"scale(0)\"/>", "transform"},
      {"<g fill=\"ink\"/>", "\"fill\" is not allowed on <g>"},
      {"<circle fill=\"ink\" cx=\"90\" cy=\"48\" r=\"9\"/>", "outside of the grid"},
      {"<path stroke=\"ink\" d=\"M0 48H48\"/>", "outside of the grid"},
      {"<g>Bus</g>", "There are words in the drawing"},
      {"<circle><circle/></circle>", "inside another shape"},
  };
  for (const auto& row : cases) {
    const auto& shape = row.first;
    const auto& message = row.second;
    const std::string problems =
        problems_with("<circle fill=\"sky\" cx=\"48\" cy=\"48\" r=\"20\"/>\n" + std::string(shape));
    CHECK_MESSAGE(problems.starts_with("pictures/bus.svg:3: error: "), shape << ": " << problems);
    CHECK_MESSAGE(holds(problems, message), shape << ": " << problems);
    CHECK_MESSAGE(holds(problems, " Do this: "), shape << ": " << problems);
  }
}

TEST_CASE("a file that is no drawing is refused") {
  auto problems = [](const std::string& text) {
    WithBus content(kBus);
    content.write("pictures/bus.svg", text);
    return content.all_problems();
  };
  CHECK(holds(problems(""), "pictures/bus.svg"));
  CHECK(holds(problems("hello"), "not well-formed"));
  CHECK(holds(problems("<html/>"), "does not begin with <svg>"));
  CHECK(holds(problems(kHead + "<g>"), "not well-formed"));
  CHECK(holds(problems(kHead + "</svg>"), "The drawing is empty"));
  CHECK(holds(
      problems("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 24 24\"><circle fill=\"ink\" r=\"4\"/></svg>"),
      "not made on the grid"));
  CHECK(holds(problems("<!DOCTYPE svg [<!ENTITY a \"b\">]>\n" + kHead + kBus + "</svg>"),
              "pictures/bus.svg:1: error: A document type"));
  CHECK(holds(problems("<?xml-stylesheet href=\"a.css\"?>\n" + kHead + kBus + "</svg>"),
              "bus.svg:1: error: The instruction"));
  std::string many = kHead;
  for (int i = 0; i < 400; ++i) many += "<circle fill=\"ink\" cx=\"48\" cy=\"48\" r=\"4\"/>\n";
  CHECK(holds(problems(many + "</svg>"), "too complex"));
  CHECK(holds(problems(kHead + std::string(70000, ' ') + kBus + "</svg>"), "more than 64 kB"));
}

TEST_CASE("parts that use each other in a circle, or bring too many shapes, are refused") {
  WithBus content(kBus);
  content.write("pictures/parts/wheel.svg", kHead + "<use href=\"tyre.svg\"/>\n</svg>");
  content.write("pictures/parts/tyre.svg", kHead + "<use href=\"wheel.svg\"/>\n</svg>");
  CHECK(holds(content.all_problems(), "pictures/bus.svg:3: error: The part \"wheel\" is used inside of itself"));
  std::string many = kHead, users;
  for (int i = 0; i < 100; ++i) many += "<circle fill=\"ink\" cx=\"48\" cy=\"48\" r=\"4\"/>";
  content.write("pictures/parts/wheel.svg", many + "</svg>");
  content.remove("pictures/parts/tyre.svg");
  for (int i = 0; i < 7; ++i) users += "<use href=\"parts/wheel.svg\"/>";
  content.write("pictures/bus.svg", kHead + users + "</svg>");
  CHECK(holds(content.all_problems(), "more than 600 shapes"));
}

TEST_CASE("a line keeps 2.5 units however small its part is drawn") {
  WithBus content("<use href=\"parts/line.svg\" transform=\"scale(.25)\"/>");
  content.write("pictures/parts/line.svg", kHead + "<path stroke=\"ink\" d=\"M20 48H80\"/></svg>");
  publish::Content loaded = content.load();
  auto thickness = [&] {  // in tenths of a unit
    auto drawn = publish::DrawnPicture::open(
        publish::compose(loaded.pictures.scenes.at("bus"), loaded.pictures, Colours::paper).svg);
    REQUIRE(drawn.ok());
    auto image = drawn->pixels(960);
    REQUIRE(image.ok());
    int rows = 0;
    for (int y = 0; y < 960; ++y) rows += (pixel(*image, 120, y) & 0xff) > 127 || (pixel(*image, 480, y) & 0xff) > 127;
    return rows;
  };
  CHECK(std::abs(thickness() - 25) <= 1);
  content.replace("pictures/bus.svg", "scale(.25)", "scale(.9)");
  loaded = content.load();
  CHECK(std::abs(thickness() - 36) <= 1);
}

TEST_CASE("a picture that is named and not there is an error, with the name that was probably meant") {
  WithBus content(kBus);
  content.replace("topics/before-you-go.en.md", "picture: bus", "picture: buss");
  CHECK(holds(content.all_problems(),
              "topics/before-you-go.en.md:6: error: There is no drawing \"buss\". Do this: Write bus,"));
  content.replace("topics/before-you-go.en.md", "picture: buss", "picture: bus");
  content.replace("contacts/police.yaml", "who_answers: police", "who_answers: police\npicture: officer");
  CHECK(holds(content.all_problems(), "contacts/police.yaml:9: error: There is no drawing \"officer\"."));
  content.replace("contacts/police.yaml", "picture: officer", "picture: bus");
  content.replace("pack.yaml", "    icon: phone", "    icon: phone\n    picture: coach");
  CHECK(holds(content.all_problems(), "pack.yaml:17: error: There is no drawing \"coach\"."));
  content.replace("pack.yaml", "picture: coach", "picture: bus");
  content.replace("pack.yaml", "sections:", "filter_pictures: {danger: bus, hunger: bus}\nsections:");
  CHECK(holds(content.all_problems(), "hunger"));
  content.replace("pack.yaml", ", hunger: bus", "");
  CHECK(content.all_problems() == "");
}

TEST_CASE("the check names the drawings without words, language by language") {
  WithBus content(kBus);
  content.write("pictures/pictures.yaml", "bus: {en: A bus}\n");
  CHECK(holds(content.all_problems(), "pictures/pictures.yaml: warning: 1 drawings have no words in fr: bus."));
  content.write("pictures/pictures.yaml", "bus: {en: A bus, fr: Un car}\nsea: {en: The sea}\n");
  CHECK(holds(content.all_problems(), "pictures/pictures.yaml:2: error: There is no drawing \"sea\"."));
  content.write("pictures/pictures.yaml", "bus: {en: Call 0770 800 922, fr: Un car}\n");
  CHECK(holds(content.all_problems(), "pictures/pictures.yaml:1: error: "));
}

TEST_CASE("a translation has the same drawings in the same order, and does not grow stale by them") {
  WithBus content(kBus);
  content.stamp();
  content.replace("topics/before-you-go.en.md", "Take your passport", "![](pictures/bus.svg) Take your passport");
  const std::string problems = content.all_problems();
  CHECK(holds(problems, "topics/before-you-go.fr.md:12: error: The translation has other drawings"));
  CHECK_FALSE(holds(problems, "has changed since"));
  content.replace("topics/before-you-go.fr.md", "Prenez", "![](pictures/bus.svg)\n\nPrenez");
  CHECK(content.all_problems() == "");
}

TEST_CASE("a table of 256 colours holds the mixtures at the edges of a drawing, and no pixel looks different") {
  graphics::Image image{64, 64, {}};
  for (int i = 0; i < 64 * 64; ++i) {
    const int mixed = i % 256, alpha = i < 2048 ? 255 : i % 251;
    for (int value : {11 + mixed * 226 / 255, 94 + mixed * 80 / 255, 87 - mixed * 44 / 255, alpha})
      image.rgba.push_back(static_cast<uint8_t>(value));
  }
  auto decoded = graphics::decode_image(publish::encode_indexed_png(image));
  REQUIRE(decoded.ok());
  REQUIRE(decoded->rgba.size() == image.rgba.size());
  int worst = 0;
  for (size_t i = 0; i < image.rgba.size(); ++i) {
    const size_t alpha = i | 3;
    const int seen = i == alpha ? image.rgba[i] : image.rgba[i] * image.rgba[alpha] / 255;
    const int kept = i == alpha ? decoded->rgba[i] : decoded->rgba[i] * decoded->rgba[alpha] / 255;
    worst = std::max(worst, std::abs(seen - kept));
  }
  CHECK(worst <= 16);
}

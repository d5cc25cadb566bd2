#include "kiosk/text/engine.h"

#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "tests/text/text_fixture.h"

using namespace kiosk;
using namespace kiosk::text;

namespace {

// A list of fonts in a folder of its own, removed afterwards.
class ListFile {
 public:
  explicit ListFile(const std::string& text) {
    std::string name = (std::filesystem::temp_directory_path() / "kiosk-fonts-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()));
    folder_ = name;
    std::ofstream(path()) << text;
  }
  ~ListFile() { std::filesystem::remove_all(folder_); }
  std::filesystem::path path() const { return folder_ / "fonts.conf"; }

 private:
  std::filesystem::path folder_;
};

Error error_with(const std::string& list) {
  ListFile file(list);
  auto engine = Engine::create(file.path());
  REQUIRE_FALSE(engine.ok());
  return engine.error();
}

const std::string kLatin = "Latn regular /usr/share/fonts/truetype/noto/NotoSans-Regular.ttf\n";

void append_utf8(std::string& text, uint32_t c) {
  if (c < 0x80) {
    text += static_cast<char>(c);
  } else if (c < 0x800) {
    text += {static_cast<char>(0xC0 | c >> 6), static_cast<char>(0x80 | (c & 63))};
  } else if (c < 0x10000) {
    text += {static_cast<char>(0xE0 | c >> 12), static_cast<char>(0x80 | (c >> 6 & 63)),
             static_cast<char>(0x80 | (c & 63))};
  } else {
    text += {static_cast<char>(0xF0 | c >> 18), static_cast<char>(0x80 | (c >> 12 & 63)),
             static_cast<char>(0x80 | (c >> 6 & 63)), static_cast<char>(0x80 | (c & 63))};
  }
}

// Text as no one writes it: letters of all scripts, marks, controls, and bytes that are not UTF-8.
std::string wild_text(std::mt19937& random) {
  const std::vector<std::pair<uint32_t, uint32_t>> blocks = {
      {0x20, 0x7E},       {0x20, 0x7E},     {0xC0, 0x24F},     {0x300, 0x36F},     {0x5D0, 0x5EA},
      {0x600, 0x6FF},     {0x7C0, 0x7FF},   {0xA500, 0xA63F},  {0x16AD0, 0x16AF5}, {0x1200, 0x137F},
      {0x1E900, 0x1E95F}, {0x2000, 0x206F}, {0x2066, 0x2069},  {0xFB50, 0xFDFF},   {0, 0x1F},
      {0x4E00, 0x4E20},   {0xD800, 0xE000}, {0xFFF0, 0x10010}, {0x1F1E6, 0x1F64F}, {0x10FFF0, 0x110010},
      {0x0A, 0x0A},       {0x20, 0x20}};
  std::string text;
  for (uint32_t i = random() % 60; i > 0; --i) {
    auto [first, last] = blocks[random() % blocks.size()];
    for (uint32_t repeat = random() % 6; repeat > 0; --repeat) append_utf8(text, first + random() % (last - first + 1));
    if (random() % 8 == 0) text += static_cast<char>(random() % 256);
  }
  return text;
}

}  // namespace

TEST_CASE("a font that is missing is named, with the package that brings it") {
  Error font = error_with(kLatin + "Arab regular /nowhere/arabic.ttf\nIcon regular /nowhere/icons.ttf\n");
  CHECK(font.code == Code::not_found);
  CHECK(font.message.find("/nowhere/arabic.ttf") != std::string::npos);
  CHECK(font.message.find("fonts-noto-core") != std::string::npos);
  Error icons = error_with(kLatin + "Icon regular /nowhere/icons.ttf\n");
  CHECK(icons.message.find("fonts-materialdesignicons-webfont") != std::string::npos);
}

TEST_CASE("a file that is not a font is refused like a missing one") {
  CHECK(error_with(kLatin + "Icon regular /etc/passwd\n").code == Code::not_found);
  CHECK(error_with("Latn regular /dev/null\nIcon regular /dev/null\n").code == Code::not_found);
  CHECK(error_with("Latn regular /usr/share\nIcon regular /usr/share\n").code == Code::not_found);
}

TEST_CASE_FIXTURE(TextFixture, "the same request gives the same paragraph until it went unasked for two frames") {
  Request asked = request("Call now", "en");
  const Paragraph* first = &engine().layout(asked);
  engine().end_frame();
  CHECK(first->request == asked);
  CHECK(&engine().layout(asked) == first);
  engine().end_frame();
  CHECK(first->request.text == "Call now");
  CHECK(&engine().layout(asked) == first);
}

TEST_CASE_FIXTURE(TextFixture, "whatever differs in a request gives another paragraph") {
  Request asked = request("Call now", "en", 400);
  const Paragraph* first = &engine().layout(asked);
  std::vector<Request> others(8, asked);
  others[0].text = "Call new";
  others[1].language = LanguageTag::of("fr");
  others[2].direction = Direction::right_to_left;
  others[3].capital_height = Px{29};
  others[4].weight = Weight::bold;
  others[5].align = Align::center;
  others[6].line_height = 1.6f;
  others[7].parts.push_back({0, 4, Weight::bold, false});
  for (const Request& other : others) {
    const Paragraph* second = &engine().layout(other);
    CHECK(second != first);
    CHECK(second->request == other);
  }
  CHECK(&engine().layout(asked) == first);
}

TEST_CASE_FIXTURE(TextFixture, "R93: characters without a glyph are reported once, in order") {
  CHECK(engine().uncovered("").empty());
  CHECK(engine()
            .uncovered("Tab\tand line\r\nend, ✓ → ☎ € ≥ “…” ɓɛ́ عربي ߒߞߏ 𞤆 ꕙ 𖫐 ሀ")
            .empty());
  CHECK(engine().uncovered("a\u200B\u2066\u2069\u00AD\uFE0F").empty());
  CHECK(engine().uncovered("漢a字漢") == std::vector<char32_t>{U'漢', U'字'});
  CHECK(engine().uncovered("\uFFFD") == std::vector<char32_t>{0xFFFD});
  CHECK(engine().uncovered("a\xFF\xFE") == std::vector<char32_t>{0xFFFD});
  CHECK(engine().uncovered("\x1B") == std::vector<char32_t>{0x1B});
}

TEST_CASE_FIXTURE(TextFixture, "what is not covered has glyph 0 and is drawn as a box, not left out") {
  const Paragraph& paragraph = layout("a漢b", "en");
  REQUIRE(paragraph.glyphs.size() == 3);
  CHECK(paragraph.glyphs[1].id == 0);
  CHECK(paragraph.glyphs[1].code_point == U'漢');
  CHECK(paragraph.glyphs[2].x > paragraph.glyphs[1].x);
  CHECK_FALSE(engine().quad(paragraph.runs[0].font, paragraph.runs[0].size, 0).empty);
}

TEST_CASE_FIXTURE(TextFixture, "no text, however wild, breaks a promise of the paragraph") {
  std::mt19937 random(20240917);
  const std::vector<const char*> languages = {"en", "ar", "nqo", "ff-Adlm", "vai", "bsq", "am", "xpe"};
  for (int round = 0; round < 1500; ++round) {
    Request asked = request(wild_text(random), languages[random() % languages.size()]);
    CAPTURE(round);
    asked.direction = random() % 2 ? Direction::right_to_left : Direction::left_to_right;
    asked.weight = random() % 2 ? Weight::bold : Weight::regular;
    asked.align = static_cast<Align>(random() % 3);
    asked.width = Px{static_cast<float>(random() % 4 == 0 ? 0 : random() % 700)};
    asked.capital_height = Px{static_cast<float>(random() % 40)};
    for (uint32_t parts = random() % 4; parts > 0; --parts) {
      asked.parts.push_back(
          {random() % 80, random() % 80, random() % 2 ? Weight::bold : Weight::regular, random() % 2 == 0});
    }
    const Paragraph& paragraph = engine().layout(asked);
    size_t size = asked.text.size();
    REQUIRE_FALSE(paragraph.lines.empty());
    uint32_t at = 0;
    for (const Line& line : paragraph.lines) {
      REQUIRE(line.begin >= at);
      REQUIRE(line.end >= line.begin);
      REQUIRE(line.bottom >= line.top);
      at = line.end;
    }
    REQUIRE(at <= size);
    uint32_t next_glyph = 0;
    for (const Run& run : paragraph.runs) {
      REQUIRE(run.first_glyph == next_glyph);
      next_glyph += run.glyph_count;
      REQUIRE(next_glyph <= paragraph.glyphs.size());
      REQUIRE(run.line < paragraph.lines.size());
      REQUIRE(run.begin <= run.end);
      REQUIRE(run.end <= size);
      REQUIRE(run.script.size() == 4);
      for (uint32_t i = run.first_glyph; i < next_glyph; ++i) {
        REQUIRE(paragraph.glyphs[i].byte >= run.begin);
        REQUIRE(paragraph.glyphs[i].byte <= run.end);
        if (round % 20 == 0) engine().quad(run.font, run.size, paragraph.glyphs[i].id);
      }
    }
    REQUIRE(next_glyph == paragraph.glyphs.size());
    engine().uncovered(asked.text);
    engine().end_frame();
  }
}

TEST_CASE_FIXTURE(TextFixture, "fonts of a catalog draw its scripts, as high as Latin, until others are asked for") {
  const std::string folder = "/usr/share/fonts/truetype/noto/";
  struct {
    const char *script, *file, *language, *text;
  } scripts[] = {{"Deva", "NotoSansDevanagari", "hi", "सहायता"},  {"Beng", "NotoSansBengali", "bn", "সাহায্য"},
                 {"Mymr", "NotoSansMyanmar", "my", "အကူအညီ"},       {"Khmr", "NotoSansKhmer", "km", "ជំនួយ"},
                 {"Geor", "NotoSansGeorgian", "ka", "დახმარება"}, {"Cher", "NotoSansCherokee", "chr", "ᎠᏍᏕᎵᏍᎩ"}};
  std::vector<FontEntry> fonts;
  for (const auto& one : scripts)
    fonts.push_back({one.script, Weight::regular, folder + one.file + "-Regular.ttf", 0, "fonts-noto-core"});
  fonts.push_back({"Taml", Weight::regular, folder + "NoSuchFont.ttf", 0, "fonts-noto-core"});

  CHECK(engine().uncovered(scripts[0].text).size() == 5);
  const uint32_t before = engine().atlas().revision;
  CHECK(engine().use_fonts(fonts) == std::vector<FontEntry>{fonts.back()});
  CHECK(engine().atlas().revision > before);  // what was drawn before is drawn again
  const float capital = 28;
  for (const auto& one : scripts) {
    CAPTURE(one.language);
    CHECK(engine().uncovered(one.text).empty());
    for (Weight weight : {Weight::regular, Weight::bold}) {
      Request asked = request(one.text, one.language);
      asked.weight = weight;
      const Paragraph& paragraph = engine().layout(asked);
      float highest = 0;
      for (const Run& run : paragraph.runs) {
        CHECK(engine().font_file(run.font).find(one.file) != std::string::npos);
        for (uint32_t i = 0; i < run.glyph_count; ++i) {
          const Glyph& glyph = paragraph.glyphs[run.first_glyph + i];
          CHECK(glyph.id != 0);
          const GlyphQuad quad = engine().quad(run.font, run.size, glyph.id);
          highest = std::max(highest, quad.bottom - quad.top);
        }
      }
      CHECK(highest > 0.8f * capital);
      CHECK(highest < 2.2f * capital);
      CHECK(paragraph.lines[0].bottom <= paragraph.height);
    }
  }
  CHECK(engine().use_fonts({}).empty());
  CHECK(engine().uncovered(scripts[0].text).size() == 5);
  CHECK(engine().missing_glyphs() == 0);
  layout(scripts[0].text, "hi");
  CHECK(engine().missing_glyphs() > 0);
  CHECK(engine().uncovered("Latin, عربي").empty());
}

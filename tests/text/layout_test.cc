#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "tests/text/text_fixture.h"

using namespace kiosk;
using namespace kiosk::text;

namespace {

const char* const kEnglish = "Somebody offers you work abroad. Ask these questions before you agree (and after).";

std::vector<std::string> line_texts(const Paragraph& paragraph) {
  std::vector<std::string> texts;
  for (const Line& line : paragraph.lines) {
    std::string text = paragraph.request.text.substr(line.begin, line.end - line.begin);
    while (!text.empty() && text.back() == ' ') text.pop_back();
    texts.push_back(text);
  }
  return texts;
}

}  // namespace

TEST_CASE_FIXTURE(TextFixture, "lines are no wider than the paragraph and words stay whole") {
  for (float width = 240; width < 1200; width += 37) {
    CAPTURE(width);
    const Paragraph& paragraph = layout(kEnglish, "en", width);
    CHECK_FALSE(paragraph.broke_word);
    std::string joined;
    for (const std::string& text : line_texts(paragraph)) joined += (joined.empty() ? "" : " ") + text;
    CHECK(joined == kEnglish);
    for (const Line& line : paragraph.lines) CHECK(line.width <= width + 0.01f);
    for (const std::string& text : line_texts(paragraph)) CHECK(text.front() != ')');
  }
}

TEST_CASE_FIXTURE(TextFixture, "a word wider than the paragraph breaks as a last resort, and that is reported") {
  const Paragraph& paragraph = layout("ask Internationalisation", "en", 200);
  CHECK(paragraph.broke_word);
  REQUIRE(paragraph.lines.size() >= 3);
  CHECK(line_texts(paragraph)[0] == "ask");
  for (const Line& line : paragraph.lines) CHECK(line.width <= 200.01f);
  for (const char* joined :
       {"ߞߊߟߊߛߓߍߣߐߡߍߢߌߞߊߟߊߛߓߍ", "𞤆𞤵𞤤𞤢𞤪𞤲𞤮𞤣𞤭𞤆𞤵𞤤𞤢𞤪𞤲𞤮𞤣𞤭",
        "المستشفياتالمستشفيات"}) {
    CHECK(layout(joined, "ar", 150).broke_word);
  }
}

TEST_CASE_FIXTURE(TextFixture, "a word that no line holds is broken with a hyphen, in scripts that have one") {
  struct {
    const char *word, *language;
    bool hyphenated;
  } words[] = {{"whakamārohirohitanga", "mi", true},
               {"Kfstwohnungseigentümer", "de", true},
               {"правоохранительных", "ru", true},
               {"12345678901234567890", "en", false},
               {"ꗱꕞꕪꕌꖝꔀꕮꕨꔔꘋꖸꔰꗋꘋꕮꕨꔔꘋꖸꕎꕉꖸ", "vai", false}};
  for (const auto& one : words) {
    const char *word = one.word, *language = one.language;
    const bool hyphenated = one.hyphenated;
    CAPTURE(word);
    const uint32_t hyphen = layout("\u2010", language).glyphs[0].id;
    const Paragraph& paragraph = layout(word, language, 200);
    REQUIRE(paragraph.lines.size() >= 2);
    CHECK(paragraph.width <= 200.01f);
    for (const Run& run : paragraph.runs) {
      const bool last = run.line + 1 == paragraph.lines.size();
      const Glyph& end = paragraph.glyphs[run.first_glyph + run.glyph_count - 1];
      CHECK((end.id == hyphen) == (hyphenated && !last));
    }
  }
}

TEST_CASE_FIXTURE(TextFixture, "an accent is never parted from its letter") {
  std::string text;
  for (int i = 0; i < 20; ++i) text += "ɛ̃́";  // ɛ, tilde, acute: 6 bytes
  const Paragraph& paragraph = layout(text, "bsq-Latn", 100);
  CHECK(paragraph.lines.size() > 2);
  for (const Line& line : paragraph.lines) CHECK(line.begin % 6 == 0);
}

TEST_CASE_FIXTURE(TextFixture, "R94: an isolated number stays on one line, at every width and in every direction") {
  const std::string number = "+231 77 012-3456";
  for (const char* language : {"en", "ar", "nqo", "ff-Adlm"}) {
    std::string before = language == std::string("en") ? "Please call " : "اتصل بالرقم ";
    Request asked = request(before + number + " (116) " + before, language);
    asked.parts.push_back({before.size(), before.size() + number.size(), Weight::bold, true});
    for (float width = 330; width < 1100; width += 13) {
      CAPTURE(language);
      CAPTURE(width);
      asked.width = Px{width};
      const Paragraph& paragraph = engine().layout(asked);
      engine().end_frame();
      CHECK_FALSE(paragraph.broke_word);
      size_t lines = 0;
      for (const Line& line : paragraph.lines) {
        lines += line.begin < before.size() + number.size() && line.end > before.size();
        CHECK(line.width <= width + 0.01f);
      }
      CHECK(lines == 1);
    }
  }
}

TEST_CASE_FIXTURE(TextFixture,
                  "R94: a line may break before and behind a number, and a number that sticks out is told") {
  Request asked = request("Call +231 77 012 3456 now", "en", 370);
  asked.parts.push_back({5, 21, Weight::regular, true});
  CHECK(line_texts(engine().layout(asked)) == std::vector<std::string>{"Call", "+231 77 012 3456", "now"});
  CHECK_FALSE(engine().layout(asked).broke_word);
  asked.width = Px{200};
  CHECK(line_texts(engine().layout(asked)) == std::vector<std::string>{"Call", "+231 77 012 3456", "now"});
  CHECK(engine().layout(asked).broke_word);
}

TEST_CASE_FIXTURE(TextFixture,
                  "R94: hours with a dash and addresses do not break either, however narrow the paragraph") {
  for (std::string isolated :
       {"08:00–17:00", "a‐b‐c", "x|y|z", "soft\u00ADhyphen", "zero\u200Bwidth", "help@example.org"}) {
    CAPTURE(isolated);
    Request asked = request("Opening hours " + isolated + " every day", "en");
    asked.parts.push_back({14, 14 + isolated.size(), Weight::regular, true});
    for (float width = 1; width < 600; width += 7) {
      asked.width = Px{width};
      const Paragraph& paragraph = engine().layout(asked);
      engine().end_frame();
      for (const Line& line : paragraph.lines) { CHECK((line.begin <= 14 || line.begin >= 14 + isolated.size())); }
    }
  }
}

TEST_CASE_FIXTURE(TextFixture, "a mark after a space does no harm where words must break") {
  // The first made Pango abort: a space with a mark, then another script, and room for neither.
  for (const char* text : {" \u0336\u07C6", "Internationalisation \u0301\u0302 \u0308Internationalisation"}) {
    for (float width = 1; width < 300; width += 5) {
      const Paragraph& paragraph = layout(text, "en", width);
      CHECK(paragraph.lines.back().end == paragraph.request.text.size());
    }
  }
}

TEST_CASE_FIXTURE(TextFixture, "R94: Vai without spaces breaks after any syllable, and that breaks no word") {
  const Paragraph& paragraph = layout("ꗱꕞꕪꕌꖝꔀꕮꕨꔔꘋꖸꔰꗋꘋꕮꕨꔔꘋꖸꕎꕉꖸ", "vai", 300);
  CHECK(paragraph.lines.size() > 2);
  CHECK_FALSE(paragraph.broke_word);
  for (const Line& line : paragraph.lines) {
    CHECK(line.begin % 3 == 0);
    CHECK(line.width <= 300.01f);
  }
}

TEST_CASE_FIXTURE(TextFixture, "a newline ends the line, also at the end and twice") {
  const Paragraph& paragraph = layout("one\n\ntwo\n", "en", 1000);
  CHECK(line_texts(paragraph) == std::vector<std::string>{"one", "", "two", ""});
  CHECK_FALSE(paragraph.broke_word);
  for (const Line& line : paragraph.lines) CHECK(line.bottom - line.top == paragraph.lines[0].bottom);
}

TEST_CASE_FIXTURE(TextFixture, "spaces at the end of a line take no room, on either side") {
  for (const char* language : {"en", "ar"}) {
    CAPTURE(language);
    float width = layout("11 22", language).width;
    CHECK(layout("11 22  ", language).width == width);
    const Paragraph& paragraph = layout("11 22  ", language, width + 1);
    CHECK(paragraph.lines.size() == 1);
    CHECK_FALSE(paragraph.broke_word);
    for (const Glyph& glyph : paragraph.glyphs) CHECK(glyph.x >= 0);

    const Paragraph& wrapped = layout("11 22    33", language, width + 1);
    CHECK(line_texts(wrapped) == std::vector<std::string>{"11 22", "33"});
    CHECK(wrapped.width == width);
    CHECK_FALSE(wrapped.broke_word);
  }
}

TEST_CASE_FIXTURE(TextFixture, "an empty text is one empty line") {
  const Paragraph& paragraph = layout("", "ar", 100);
  REQUIRE(paragraph.lines.size() == 1);
  CHECK(paragraph.glyphs.empty());
  CHECK(paragraph.width == 0);
  CHECK(paragraph.height > 28 * 1.5f);
  CHECK(paragraph.lines[0].x == 100);
}

TEST_CASE_FIXTURE(TextFixture, "start, centre and end mean the sides of the paragraph's direction") {
  for (const char* language : {"en", "ar"}) {
    Request asked = request(language == std::string("en") ? "now" : "الآن", language, 500);
    bool mirrored = asked.direction == Direction::right_to_left;
    float rest = 500 - engine().layout(asked).width;
    auto x_of = [&](Align align) {
      asked.align = align;
      const Paragraph& paragraph = engine().layout(asked);
      float least = 500;
      for (const Glyph& glyph : paragraph.glyphs) least = std::min(least, glyph.x);
      CHECK(std::abs(least - paragraph.lines[0].x) < 8);
      return paragraph.lines[0].x;
    };
    CHECK(x_of(Align::start) == (mirrored ? rest : 0));
    CHECK(x_of(Align::center) == rest / 2);
    CHECK(x_of(Align::end) == (mirrored ? 0 : rest));
  }
}

TEST_CASE_FIXTURE(TextFixture, "bold is wider, in a part and in all, and a part does not make bold text regular") {
  const Paragraph& regular = layout("Call now", "en");
  Request asked = request("Call now", "en");
  asked.parts.push_back({5, 8, Weight::bold, false});
  const Paragraph& part = engine().layout(asked);
  asked.weight = Weight::bold;
  asked.parts = {{5, 8, Weight::regular, true}};
  const Paragraph& all = engine().layout(asked);
  CHECK(part.width > regular.width);
  CHECK(all.width > part.width);
  for (const Run& run : all.runs) CHECK(run.font == all.runs[0].font);
}

TEST_CASE_FIXTURE(TextFixture, "a script without a bold font is emboldened: other pictures, same places") {
  struct Sample {
    const char* language;
    const char* text;
  };
  for (const Sample& sample : {Sample{"nqo", "ߒߞߏ"}, Sample{"vai", "ꕙꔤ"}, Sample{"bsq", "𖫒𖫨"}}) {
    CAPTURE(sample.language);
    Request asked = request(sample.text, sample.language);
    const Paragraph& regular = engine().layout(asked);
    asked.weight = Weight::bold;
    const Paragraph& bold = engine().layout(asked);
    CHECK(regular.width == bold.width);
    REQUIRE(regular.runs.size() == 1);
    REQUIRE(bold.runs.size() == 1);
    CHECK(regular.runs[0].font != bold.runs[0].font);
    CHECK(engine().font_file(regular.runs[0].font) == engine().font_file(bold.runs[0].font));
    GlyphQuad thin = engine().quad(regular.runs[0].font, 40, regular.glyphs[0].id);
    GlyphQuad thick = engine().quad(bold.runs[0].font, 40, bold.glyphs[0].id);
    CHECK(thick.right - thick.left > thin.right - thin.left);
  }
}

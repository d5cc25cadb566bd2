// Sizes that hold in every script (R34), and line boxes that hold every mark.
#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "tests/text/text_fixture.h"

using namespace kiosk;
using namespace kiosk::text;

namespace {

struct Script {
  const char* language;
  const char* reference;  // the letter that R34 measures, and for the two scripts it does not name a first letter
  const char* letters;
  const char* stacked;  // the worst case
};
const Script kScripts[] = {
    {"en", "I", "xzvw", "Ɛ̃̂́ Ệ Ǖ ɔ̱̃̌ ŋ̱ g̱̣ Å̂́"},
    {"ar", "ا", "بحدرسصطعفقكلمنهوي", "ٱلسَّلَامُ عَلَيْكُمْ لَّأً إِنٍّ ڱٍّ ۖۗۘ ﷲ ﷽"},
    {"nqo", "ߊ", "ߊߋߌߍߎߏߐߒߓߔߕߖ", "ߞߊ߲߫ ߟߊ߲߬ ߓߍ߲߱ ߢߌ߲߮ ߞ߲߭"},
    {"ff-Adlm", "𞤀", "𞤢𞤣𞤤𞤥𞤦𞤧𞤨𞤩𞤪", "𞤀𞥊𞥄 𞤢𞥊𞥅 𞤣𞥊𞥆 𞤀𞥄𞥇"},
    {"vai", "ꕉ", "ꕉꔤꕙꕜꕮꔔꖸ", "ꕙ̃ ꔤ̂́ ꕉ"},
    {"bsq", "𖫐", "𖫐𖫑𖫒𖫓𖫔", "𖫢𖫰 𖫨𖫱 𖫪𖫳 𖫫𖫴"},
    {"am", "ሀ", "ሀለሐመሠረሰቀ", "ሀ፟ ሏ፞ ቧ፝"},
};

float ink_height(Engine& engine, const Paragraph& paragraph, size_t index) {
  for (const Run& run : paragraph.runs) {
    if (index < run.first_glyph || index >= run.first_glyph + run.glyph_count) continue;
    // Measured at ten times the size, so that rounding to pixels does not count.
    GlyphQuad quad = engine.quad(run.font, run.size * 10, paragraph.glyphs[index].id);
    return (quad.bottom - quad.top) / 10;
  }
  return 0;
}

}  // namespace

TEST_CASE_FIXTURE(TextFixture, "R34: the reference letter of each script is as high as was asked, or a little higher") {
  for (const Script& script : kScripts) {
    for (Weight weight : {Weight::regular, Weight::bold}) {
      CAPTURE(script.language);
      Request asked = request(script.reference, script.language);
      asked.weight = weight;
      const Paragraph& paragraph = engine().layout(asked);
      REQUIRE(paragraph.glyphs.size() == 1);
      float height = ink_height(engine(), paragraph, 0);
      CHECK(height >= 28 - 0.1f);
      CHECK(height <= 28 * 1.25f);
    }
  }
}

TEST_CASE_FIXTURE(TextFixture, "R34: the median letter of each script is at least as high as a Latin x") {
  float x_height = ink_height(engine(), layout("x", "en"), 0);
  for (const Script& script : kScripts) {
    CAPTURE(script.language);
    const Paragraph& paragraph = layout(script.letters, script.language);
    std::vector<float> heights;
    for (size_t i = 0; i < paragraph.glyphs.size(); ++i) heights.push_back(ink_height(engine(), paragraph, i));
    std::nth_element(heights.begin(), heights.begin() + static_cast<long>(heights.size() / 2), heights.end());
    CHECK(heights[heights.size() / 2] >= x_height - 0.1f);
  }
}

TEST_CASE_FIXTURE(TextFixture, "digits and Latin letters have the same size in every language") {
  for (const Script& script : kScripts) {
    CAPTURE(script.language);
    Request asked = request(std::string(script.letters) + " 116", script.language);
    asked.parts.push_back({asked.text.size() - 3, asked.text.size(), Weight::regular, true});
    const Paragraph& paragraph = engine().layout(asked);
    float english = layout("116", "en").runs[0].size;
    for (const Run& run : paragraph.runs) {
      if (run.end > asked.text.size() - 3 && run.begin >= asked.text.size() - 3) CHECK(run.size == english);
    }
  }
}

TEST_CASE_FIXTURE(TextFixture, "no row of ink is outside its line, with the highest stacks and at any line height") {
  for (const Script& script : kScripts) {
    for (float line_height : {0.5f, 1.0f, 1.5f}) {
      for (Weight weight : {Weight::regular, Weight::bold}) {
        for (float capital : {9.3f, 28.0f, 53.7f}) {
          CAPTURE(script.language);
          CAPTURE(line_height);
          CAPTURE(capital);
          Request asked =
              request(std::string(script.stacked) + "\nA " + script.letters + "\n" + script.stacked, script.language);
          asked.line_height = line_height;
          asked.capital_height = Px{capital};
          asked.weight = weight;
          const Paragraph& paragraph = engine().layout(asked);
          for (const Run& run : paragraph.runs) {
            const Line& line = paragraph.lines[run.line];
            for (uint32_t i = 0; i < run.glyph_count; ++i) {
              const Glyph& glyph = paragraph.glyphs[run.first_glyph + i];
              GlyphQuad quad = engine().quad(run.font, run.size, glyph.id);
              if (quad.empty) continue;
              CHECK(std::round(glyph.y) + quad.top >= line.top);
              CHECK(std::round(glyph.y) + quad.bottom <= line.bottom);
            }
          }
        }
      }
    }
  }
}

TEST_CASE_FIXTURE(TextFixture, "lines are stacked without gap or overlap, on whole pixels") {
  for (const Script& script : kScripts) {
    const Paragraph& paragraph =
        layout(std::string(script.letters) + "\n" + script.stacked + "\n" + script.letters, script.language);
    REQUIRE(paragraph.lines.size() == 3);
    float at = 0;
    for (const Line& line : paragraph.lines) {
      CHECK(line.top == at);
      CHECK(line.top < line.baseline);
      CHECK(line.baseline < line.bottom);
      CHECK(line.baseline == std::floor(line.baseline));
      at = line.bottom;
    }
    CHECK(paragraph.height == at);
  }
}

TEST_CASE_FIXTURE(TextFixture, "lines of ordinary text are evenly spaced at the line height asked") {
  for (const Script& script : kScripts) {
    CAPTURE(script.language);
    const Paragraph& paragraph = layout(std::string(script.letters) + "\n" + script.letters, script.language);
    float em = 0;
    for (const Run& run : paragraph.runs) em = std::max(em, run.size);
    REQUIRE(paragraph.lines.size() == 2);
    CHECK(paragraph.lines[1].baseline - paragraph.lines[0].baseline == std::ceil(em * 1.5f));
  }
}

// Glyph ids and advances of every run equal those of HarfBuzz itself for the same font, text and run (R92).
#include <hb.h>

#include <map>
#include <string>
#include <vector>

#include "tests/text/text_fixture.h"

using namespace kiosk;
using namespace kiosk::text;

namespace {

class Shaper {
 public:
  ~Shaper() {
    for (auto& [file, face] : faces_) hb_face_destroy(face);
  }

  // The glyphs of the bytes of `run`, shaped with the rest of the text around them.
  std::vector<uint32_t> glyphs(const std::string& file, const Paragraph& paragraph, const Run& run) {
    hb_face_t*& face = faces_[file];
    if (!face) {
      hb_blob_t* blob = hb_blob_create_from_file_or_fail(file.c_str());
      REQUIRE(blob);
      face = hb_face_create(blob, 0);
      hb_blob_destroy(blob);
    }
    hb_font_t* font = hb_font_create(face);
    hb_buffer_t* buffer = hb_buffer_create();
    const std::string& text = paragraph.request.text;
    hb_buffer_add_utf8(buffer, text.data(), static_cast<int>(text.size()), run.begin,
                       static_cast<int>(run.end - run.begin));
    hb_buffer_set_direction(buffer, run.direction == Direction::right_to_left ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, hb_script_from_string(run.script.c_str(), -1));
    hb_buffer_set_language(buffer, hb_language_from_string(paragraph.request.language.str().c_str(), -1));
    hb_shape(font, buffer, nullptr, 0);
    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
    std::vector<uint32_t> ids;
    for (unsigned i = 0; i < count; ++i) ids.push_back(infos[i].codepoint);
    hb_buffer_destroy(buffer);
    hb_font_destroy(font);
    return ids;
  }

 private:
  std::map<std::string, hb_face_t*> faces_;
};

struct Sample {
  const char* what;
  const char* language;
  const char* text;
};

// Letters of each writing system with the marks that go on them; not words.
const Sample kSamples[] = {
    {"English with kerning", "en", "Travelling AVATAR Tokyo, office fit: “fluffy” – 116"},
    {"French", "fr", "À Œuvre, Noël, garçon, où, même, naïve «116»"},
    {"Kpelle", "xpe", "ɓáa Ɓɛ́ɛ̀ ɓɔ̂ɔ kpɛ̃ ŋá ǹ ɣélêi yâ Ɔ̀ ẽ́ ɛ̃̂ ũ̀ ɔ̃́"},
    {"Bassa in Latin", "bsq-Latn", "Ɓàsɔ́ɔ̀ ɖɛ̀ ɖǎ ẽ̀ ɔ̃̌ ɛ̃́ ĩ̂ ũ̄ ã̂ dyéɖé m̀ ń ɓɛ́ɖɛ̀"},
    {"Dan", "dnj-LR", "ʼgɛɛ ˗dhʋ̈ʋ̈ =dhɛ ꞊yö ʋ ɵ ꞌka ë ö ü ɯ ɤ ʌ ɥ"},
    {"Mano", "mev", "lɛ̀ɛ̄ gbáā ŋ̀ ɓɛ̃̀ɛ̃̀ kɔ̄ɔ̄ mī ɛ̃́ ɔ̃̄ ã̀"},
    {"Grebo", "grb", "hɩ́ ɩ̃̀ ʋ́ ʋ̃ nɛ́ ɔ̀ ɡ kʋ́ Ɩ Ʋ ǃ ̍a ˈhne"},
    {"Krahn", "krw", "ɓ̍ ɛ̍ ɔ̱ ɛ̱ a̱ ɩ̍ ʋ̱ kʋ̃ ŋ ɲ"},
    {"Klao", "klu", "nɛ́ ɔ̄ pɔ̂ n̂ ŋ̄ ẽ ɛ̃ ã̂ õ"},
    {"Loma", "lom", "ɓ ɗ ɣ ŋ ɔ ɛ ʋ zɛ̀ Ɣ Ɓ Ŋ Ʋ é ù ò"},
    {"Kissi", "kss", "ŋ́ ɔ́ ɛ́ ɛ́ ùŋ mìŋ́ ǐ ǎ ɔ̀ ɛ̀ɛ́"},
    {"Vai in Latin", "vai-Latn", "ɓ ɗ ɔ́ ɛ́ ŋ̀ ɔ̃ ɛ̃́ ã́ kúnɖa"},
    {"Mende", "men", "ngɔ́ ɛ̌ kpɛ̀lɛ́ nyapɔ̂i ŋ Ŋ Ɛ Ɔ"},
    {"Fula in Latin", "ff-Latn-LR", "ɓ ɗ ŋ ɲ ƴ Ƴ Ɲ ñ ʼ"},
    {"Arabic", "ar", "السلام عليكم، لا إله بِسْمِ ٱلسَّلَامُ عَلَيْكُمْ (١٢٣) ﷲ آأإؤئ ـــ؟"},
    {"Arabic with Latin and numbers", "ar", "رقم +231 77 012 3456 IOM (2024) نعم"},
    {"N'Ko", "nqo", "ߒߞߏ ߞߊ߲߫ ߞߊ߬ߟߊ߲߬ ߛߓߍ߫ ߣߐ߰ ߡߍ߱ ߢߌ߮ ߁߂߃، ߸ ߹ ߺ"},
    {"Adlam", "ff-Adlm",
     "𞤀𞤁𞤂𞤢𞤣𞤤 𞤆𞤵𞤤𞤢𞥄𞤪 𞤲𞤮𞤣𞥆𞤭 𞥐𞥑𞥒 𞥞𞤲𞥟 "
     "𞤳𞥇𞤫𞥊"},
    {"Vai", "vai", "ꕙꔤ ꕉꕜꕮ ꔔꘋ ꖸ ꔰ ꗋꘋ ꕮꕨ ꘌ꘍ ꘎ ꘏"},
    {"Bassa Vah", "bsq", "𖫢𖫭𖫰𖫡𖫫𖫱 𖫔𖫫𖫲 𖫐𖫪𖫳 𖫒𖫨𖫴𖫵"},
    {"Ethiopic", "am", "ሰላም ለዓለም፡ እንኳን ደህና መጣህ። ፩፪፫ ፟ሀ፟"},
};

}  // namespace

TEST_CASE_FIXTURE(TextFixture, "R92: glyphs are those that HarfBuzz gives, in every script and both weights") {
  Shaper shaper;
  for (const Sample& sample : kSamples) {
    for (Weight weight : {Weight::regular, Weight::bold}) {
      CAPTURE(sample.what);
      Request asked = request(sample.text, sample.language);
      asked.weight = weight;
      const Paragraph& paragraph = engine().layout(asked);
      REQUIRE(paragraph.lines.size() == 1);
      for (const Run& run : paragraph.runs) {
        CAPTURE(run.begin);
        CAPTURE(run.script);
        std::vector<uint32_t> ours;
        for (uint32_t i = 0; i < run.glyph_count; ++i) ours.push_back(paragraph.glyphs[run.first_glyph + i].id);
        CHECK(ours == shaper.glyphs(engine().font_file(run.font), paragraph, run));
      }
    }
  }
}

TEST_CASE_FIXTURE(TextFixture, "R93: no sample needs a glyph that the fonts lack") {
  for (const Sample& sample : kSamples) {
    CAPTURE(sample.what);
    CHECK(engine().uncovered(sample.text).empty());
    for (const Glyph& glyph : layout(sample.text, sample.language).glyphs) CHECK(glyph.id != 0);
  }
}

TEST_CASE_FIXTURE(TextFixture, "the runs of a line cover its text once") {
  for (const Sample& sample : kSamples) {
    CAPTURE(sample.what);
    const Paragraph& paragraph = layout(sample.text, sample.language);
    std::map<uint32_t, uint32_t> spans;
    for (const Run& run : paragraph.runs) spans[run.begin] = run.end;
    uint32_t at = 0;
    for (auto [begin, end] : spans) {
      CHECK(begin == at);
      at = end;
    }
    CHECK(at == paragraph.request.text.size());
  }
}

TEST_CASE_FIXTURE(TextFixture, "punctuation that scripts share comes from the font of the text's own script") {
  for (const char* text : {"ߒߞߏ، ߒߞߏ؟", "نعم، لا؟"}) {
    CAPTURE(text);
    bool nko = std::string_view(text).substr(0, 1) == "\xDF";
    const Paragraph& paragraph = layout(text, nko ? "nqo" : "ar");
    for (const Run& run : paragraph.runs) CHECK(run.font == paragraph.runs[0].font);
    CHECK((engine().font_file(paragraph.runs[0].font).find("NKo") != std::string::npos) == nko);
  }
}

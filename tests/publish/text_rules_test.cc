// Rules on every word a visitor may see: numbers, promises, quiet titles, long sentences, glyphs.
#include <doctest/doctest.h>

#include "kiosk/publish/words_rules.h"
#include "tests/publish/sample_content.h"

using namespace kiosk;
using namespace kiosk::publish;
using kiosk::test::SampleContent;

namespace {

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

constexpr const char* kPage = "topics/before-you-go.en.md";
constexpr const char* kFrench = "topics/before-you-go.fr.md";
constexpr const char* kRed = "topics/ask-for-help.en.md";

}  // namespace

TEST_CASE("a phone number is found in every text a visitor may see") {
  SampleContent content;
  content.replace(kPage, "Take your passport with you.", "Take your passport with you. Call 116.");
  content.replace(kFrench, "title: Avant de partir", "title: Avant de partir, 0770 800 911");
  content.replace(kRed, "summary: Who can help", "summary: +231 77 080 0911, who can help");
  content.replace("contacts/gbv-116.yaml", "name: {en: Help line", "name: {en: 116 Help line");
  content.replace("media/media.yaml", "en: A bag", "en: A bag with 911 on it");
  content.replace("pack.yaml", "title: {en: Travel safely", "title: {en: Travel 116");
  content.replace("ui/fr.po", "\"Retour\"", "\"Retour 116\"");
  std::string all = content.all_problems();
  INFO(all);
  for (const char* line : {"topics/before-you-go.en.md:16: error: \"116\" looks like a phone number",
                           "topics/before-you-go.fr.md:2: error: \"0770 800 911\" looks like a phone number",
                           "topics/ask-for-help.en.md:3: error: \"231 77 080 0911\" looks like a phone number",
                           "contacts/gbv-116.yaml:9: error: \"116\" looks like a phone number",
                           "media/media.yaml:1: error: \"911\" looks like a phone number",
                           "pack.yaml:22: error: \"116\" looks like a phone number",
                           "ui/fr.po:6: error: \"116\" looks like a phone number"}) {
    CHECK_MESSAGE(holds(all, line), line);
  }
}

TEST_CASE("a promise is refused in each language (R60)") {
  SampleContent english;
  english.replace(kPage, "Take your passport with you.", "We GUARANTEE you a visa.");
  CHECK(holds(english.all_problems(),
              "topics/before-you-go.en.md:16: error: \"guarantee\" promises what nobody can keep."));
  SampleContent french;
  french.replace(kFrench, "Prenez votre passeport.", "Vous êtes en sécurité maintenant.");
  CHECK(holds(french.all_problems(), "\"en sécurité maintenant\" promises"));
  SampleContent percent;
  percent.replace(kPage, "Take your passport with you.", "It is 100% free of danger.");
  CHECK(holds(percent.all_problems(), "promises what nobody can keep"));
  SampleContent own;
  own.replace("pack.yaml", "sections:\n", "promise_words: {en: [lucky day]}\nsections:\n");
  own.replace(kPage, "Take your passport with you.", "This is your Lucky Day.");
  CHECK(holds(own.all_problems(), "\"lucky day\" promises"));
}

TEST_CASE("the title of a red page is quiet (R57)") {
  SampleContent red;
  red.replace(kRed, "title: When work goes wrong", "title: Human Trafficking");
  CHECK(holds(red.all_problems(),
              "topics/ask-for-help.en.md:2: error: \"traffick\" can be read here by people behind the visitor."));
  SampleContent green;
  green.replace(kPage, "title: Before you go", "title: What the police may ask");
  CHECK(green.all_problems().find("error") == std::string::npos);
  SampleContent section;
  section.replace("pack.yaml", "title: {en: Travel safely", "title: {en: For victims");
  CHECK(holds(section.all_problems(), "pack.yaml:22: error: \"victim\" can be read here"));
  SampleContent own;
  own.replace("pack.yaml", "sections:\n", "quiet_words: {en: [goes wrong]}\nsections:\n");
  CHECK(holds(own.all_problems(), "\"goes wrong\" can be read here"));
}

TEST_CASE("a language without a list of quiet words is a warning as soon as it has a red page") {
  SampleContent content;
  content.replace("pack.yaml", "  - {tag: ar,", "  - {tag: kri, name: Krio}\n  - {tag: ar,");
  std::string text = content.read(kFrench);
  content.write("topics/ask-for-help.kri.md", text.substr(0, text.find("[La police]")));
  CHECK(holds(content.all_problems(), "pack.yaml: warning: For kri nobody has listed the words"));
}

TEST_CASE("a sentence of more than 25 words is a warning (R80)") {
  std::string words;
  for (int i = 0; i < 25; ++i) words += "word ";
  SampleContent fits;
  fits.replace(kPage, "Take your passport with you.", words.substr(0, words.size() - 1) + ". Another one.");
  CHECK(fits.all_problems().find("words:") == std::string::npos);
  SampleContent content;
  content.replace(kPage, "Take your passport with you.", words + "end.");
  CHECK(holds(content.all_problems(), "topics/before-you-go.en.md:16: warning: A sentence has 26 words"));
}

TEST_CASE("a character that no font can draw is refused (R93)") {
  SampleContent content;
  content.options.undrawn = [](const LanguageTag& language, std::string_view words) {
    CHECK((language.str() == "en" || language.str() == "fr" || language.str() == "ar"));
    std::vector<publish::Undrawn> undrawn;
    if (words.find("☃") != std::string_view::npos) undrawn.push_back({0x2603});
    if (words.find("𗀀") != std::string_view::npos) undrawn.push_back({0x17000, "fonts-noto-core"});
    return undrawn;
  };
  content.replace(kPage, "Take your passport with you.", "Take a ☃ with you.");
  CHECK(holds(content.all_problems(),
              "topics/before-you-go.en.md:16: error: No font here can draw U+2603 (☃). Do this: Write it with another "
              "character."));
  content.replace(kPage, "☃", "𗀀");
  CHECK(holds(content.all_problems(),
              "can draw U+17000 (𗀀). Do this: Install the package fonts-noto-core and check again."));
}

TEST_CASE("invisible characters that turn numbers around are refused, and so is what is no UTF-8") {
  SampleContent content;
  content.replace(kPage, "Take your passport with you.", "Take \xE2\x80\xAEyour passport.");
  content.replace(kFrench, "Prenez votre passeport.", "Prenez votre pass\xE9port.");
  std::string all = content.all_problems();
  CHECK(holds(all, "topics/before-you-go.en.md:16: error: This line holds the invisible character U+202E"));
  CHECK(holds(all, "topics/before-you-go.fr.md:12: error: This line is not written in UTF-8."));
}

TEST_CASE("files from Windows editors are read as they are meant") {
  SampleContent content;
  std::string text = content.read(kPage), lines = "\xEF\xBB\xBF";
  for (char c : text) lines += c == '\n' ? std::string("\r\n") : std::string(1, c);
  content.write(kPage, lines);
  CHECK(content.all_problems() == "");
}

TEST_CASE("words are compared without case, accents and vowel marks") {
  CHECK(plain_form("Sécurité, MAINTENANT!") == " securite maintenant ");
  CHECK(plain_form("الشُرْطَة") == plain_form("شرطة"));
  CHECK(plain_form("100%") == plain_form("١٠٠ ٪"));
  CHECK(WordList({"viol"}).find(plain_form("Une violence")) == "viol");
  CHECK(WordList({"viol"}).find(plain_form("inviolable")) == "");
}

TEST_CASE("sentences end with the mark of their script") {
  CHECK(longest_sentence("One two three. Four five?").words == 3);
  CHECK(longest_sentence("كلمة كلمة كلمة؟ كلمة").words == 3);
  CHECK(longest_sentence("A price of 2.5 dollars - or so").words == 7);
}

#include "kiosk/publish/keyboards.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "kiosk/base/utf8.h"
#include "tests/publish/sample_content.h"

using namespace kiosk;
using catalog::Keyboard;

namespace {

// A pack whose pages in each language are these words.
publish::Content content_of(const std::map<LanguageTag, std::string>& pages, const char* source = "en") {
  publish::Content content;
  content.pack.source_language = LanguageTag::of(source);
  for (const auto& [language, body] : pages) {
    publish::TopicFile& topic = content.topics.emplace_back();
    topic.language = language;
    topic.body = body;
  }
  return content;
}

Keyboard keyboard_of(const char* tag, const std::string& page = "", const char* source = "en",
                     std::vector<publish::KeyboardFile> files = {}) {
  const LanguageTag language = LanguageTag::of(tag);
  publish::Content content = content_of({{language, page}}, source);
  content.keyboards = std::move(files);
  return publish::make_keyboards(content, {language})[language];
}

// Key after key, a blank after each row, a bar between two sheets.
std::string written(const Keyboard& keyboard) {
  std::string all;
  for (const auto& sheet : keyboard.sheets) {
    all += all.empty() ? "" : "| ";
    for (const auto& row : sheet) {
      for (const std::string& key : row) all += key;
      all += " ";
    }
  }
  return all;
}

std::vector<std::string> keys_of(const Keyboard& keyboard) {
  std::vector<std::string> keys;
  for (const auto& sheet : keyboard.sheets)
    for (const auto& row : sheet) keys.insert(keys.end(), row.begin(), row.end());
  return keys;
}

bool has(const Keyboard& keyboard, const std::string& key) {
  const std::vector<std::string> keys = keys_of(keyboard);
  return std::ranges::find(keys, key) != keys.end();
}

publish::KeyboardFile file_of(const std::string& name, const std::string& text) {
  publish::Problems problems;
  auto file = publish::read_keyboard_file("keyboards/" + name + ".txt", text, problems);
  REQUIRE(file);
  REQUIRE(problems.errors() == 0);
  return *file;
}

}  // namespace

TEST_CASE("a script gets the keys that people can buy: letters and marks of its own, each once") {
  struct Expected {
    const char *tag, *letters;
    char32_t first, last;
  };
  for (const Expected& one : {Expected{"hi", "कखअआिी्श", 0x0900, 0x097F}, Expected{"bn", "কখঅিী্শ", 0x0980, 0x09FF},
                              Expected{"th", "กขคๆไำเแะ", 0x0E00, 0x0E7F}, Expected{"km", "កខគាិីុ", 0x1780, 0x17FF},
                              Expected{"ka", "აბღჭძჩ", 0x10A0, 0x10FF}, Expected{"el", "αβγςω", 0x0370, 0x03FF},
                              Expected{"ru", "абвёэъ", 0x0400, 0x04FF}, Expected{"uk", "абвґєї", 0x0400, 0x04FF},
                              Expected{"he", "אבגםןץ", 0x0590, 0x05FF}, Expected{"am", "ሀለሐመሠ", 0x1200, 0x139F},
                              Expected{"ta", "கஙசாிஅ", 0x0B80, 0x0BFF}, Expected{"my", "ကခဂာိ", 0x1000, 0x109F},
                              Expected{"hy", "աբգևօ", 0x0530, 0x058F}, Expected{"fa", "ابپچگک", 0x0600, 0x06FF}}) {
    const Keyboard keyboard = keyboard_of(one.tag);
    INFO(one.tag << std::string(": ") << written(keyboard));
    REQUIRE_FALSE(keyboard.sheets.empty());
    CHECK(catalog::check_keyboard("it", keyboard).ok());
    CHECK(keyboard.as_on_keys);
    const std::string letters = one.letters;
    for (size_t at = 0; at < letters.size(); at += code_point_at(letters, at).size) {
      const std::string letter = letters.substr(at, code_point_at(letters, at).size);
      CHECK_MESSAGE(has(keyboard, letter), letter);
    }
    for (const std::string& key : keys_of(keyboard)) {
      const char32_t c = code_point_at(key).value;
      CHECK_MESSAGE((c >= one.first && c <= one.last), key);
    }
  }
}

TEST_CASE("what fits at once is on one sheet, and capitals are on none") {
  for (const char* tag : {"el", "ru", "he", "ka", "de", "en"}) {
    INFO(written(keyboard_of(tag)));
    CHECK(keyboard_of(tag).sheets.size() == 1);
  }
  CHECK(written(keyboard_of("en")) == "qwertyuiop asdfghjkl zxcvbnm ");
  CHECK(written(keyboard_of("ru")).starts_with("йцукенгшщзхъ фывапролджэ ячсмитьбю"));
  CHECK_FALSE(has(keyboard_of("ru"), "Й"));
  CHECK(keyboard_of("hi").sheets.size() == 2);
}

TEST_CASE("letters with accents give way to the others where there are too many") {
  const Keyboard czech = keyboard_of("cs");
  INFO(written(czech));
  REQUIRE(czech.sheets.size() == 2);
  CHECK(written(Keyboard{{czech.sheets[0]}, true}) == "qwertzuiop asdfghjkl yxcvbnm ");
  CHECK(has(czech, "ř"));
}

TEST_CASE("the keys are those of the script that the tag says") {
  CHECK(has(keyboard_of("sr"), "ђ"));
  CHECK(has(keyboard_of("sr-Latn"), "đ"));
  CHECK_FALSE(has(keyboard_of("sr-Latn"), "ђ"));
}

TEST_CASE("a language that xkb does not know has the keys of the source language in the same script") {
  CHECK(written(keyboard_of("xpe", "kpɛlɛ")) == "qwertyuiop asdfghjkl zxcvbnm ");
  CHECK(written(keyboard_of("xpe", "", "fr", {file_of("fr", "azerty\n")})) == "azerty ");
  CHECK(keyboard_of("vai-Vaii").sheets.empty());
}

TEST_CASE("without any keys, those letters that the pages use are there, in the order of Unicode") {
  CHECK(written(keyboard_of("vai-Vaii", "ꕙꔤ ꔀ, ꕙ! abc 12")) == "ꔀꔤꕙ ");
  CHECK_FALSE(keyboard_of("vai-Vaii", "ꕙꔤ").as_on_keys);
  CHECK(written(keyboard_of("zh", "水火 山水")) == "山水火 ");
  CHECK(written(keyboard_of("ko", "한국 가나")) == "ᄀᄂᄒ | ᅡᅮ | ᆨᆫ ");
}

TEST_CASE(
    "letters that pages use and no key types follow on a sheet of their own, but for those that search forgives") {
  CHECK(written(keyboard_of("en", "naïve Æther, ŋ", "en", {file_of("en", "naivethr\n")})) == "naivethr ");
  CHECK(written(keyboard_of("am", "ላሙ", "en", {file_of("Ethi", "ሀለ\nመ\n")})) == "ሀለ መ | ላሙ ");
  CHECK(has(keyboard_of("bn", "আমি"), "আ"));  // on no key of Bangladesh without a third level
  const Keyboard amharic = keyboard_of("am", "ሰላም");
  CHECK(has(amharic, "ላ"));
  CHECK(amharic.sheets.size() >= 2);
}

TEST_CASE("a pack's own file comes first: of the tag, the language, the script") {
  const std::vector<publish::KeyboardFile> files{file_of("ff-Adlm", "𞤀\n"), file_of("ru", "абв\n\nгд\n"),
                                                 file_of("Cyrl", "order: keyboard\nжз\n")};
  CHECK(written(keyboard_of("ff-Adlm", "", "en", files)) == "𞤀 ");
  CHECK(written(keyboard_of("ru", "", "en", files)) == "абв | гд ");
  CHECK(written(keyboard_of("ru-RU", "", "en", files)) == "абв | гд ");
  CHECK(written(keyboard_of("uk", "", "en", files)) == "жз ");
  CHECK(keyboard_of("uk", "", "en", files).as_on_keys);
  CHECK_FALSE(has(keyboard_of("ru-Latn", "", "en", files), "а"));
}

TEST_CASE("what no font draws is on no key") {
  const LanguageTag russian = LanguageTag::of("ru");
  const auto made = publish::make_keyboards(content_of({}), {russian}, [](const LanguageTag&, std::string_view words) {
    CHECK(words.find("ю") != std::string_view::npos);
    return std::vector<publish::Undrawn>{{U'ё'}};
  });
  CHECK_FALSE(has(made.at(russian), "ё"));
  CHECK(has(made.at(russian), "ю"));
}

TEST_CASE("a keyboard file says which line is wrong") {
  test::SampleContent content;
  content.write("keyboards/en.txt", "# Plain\nqwert\nas1d\nqx\n");
  content.write("keyboards/Adlm.txt", "order: sideways\n𞤀𞤁\n");
  content.write("keyboards/letters.txt", "abc\n");
  content.write("keyboards/fr.txt", "\n# nothing\n");
  content.write("keyboards/ar.txt", "a b c d e f g h i j k l m n o\n");
  const std::string problems = content.all_problems();
  for (const char* said : {"keyboards/en.txt:3: error: The key \"1\" is not one to four letters or marks.",
                           "keyboards/en.txt:4: error: The key \"q\" is there twice.",
                           "keyboards/Adlm.txt:1: error: The order is neither keyboard nor alphabet.",
                           "keyboards/letters.txt: error: This is not the keyboard of a language or a script.",
                           "keyboards/fr.txt: error: The file has no row of keys.",
                           "keyboards/ar.txt:1: error: The row has more than 14 keys."})
    CHECK_MESSAGE(problems.find(said) != std::string::npos, said);
}

TEST_CASE("a key of a file may have several letters, with blanks between the keys") {
  const Keyboard keyboard = file_of("ff-Adlm", "  gb  kp ny \nab'\n").keyboard;
  CHECK(keyboard.sheets == std::vector<Keyboard::Sheet>{{{"gb", "kp", "ny"}, {"a", "b", "'"}}});
}

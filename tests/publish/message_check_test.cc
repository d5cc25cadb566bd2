#include <doctest/doctest.h>

#include "kiosk/publish/coverage.h"
#include "tests/publish/sample_content.h"

using namespace kiosk;
using kiosk::test::SampleContent;

namespace {

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

constexpr const char* kFile = "ui/fr.po";

}  // namespace

TEST_CASE("fuzzy and missing words count as untranslated") {
  SampleContent content;
  auto french = [&] { return publish::measure_coverage(content.load())[1].words; };
  CHECK(french().done == 1);
  CHECK(french().of == 2);
  content.replace(kFile, "#, fuzzy\n", "");
  CHECK(french().done == 2);
  content.replace(kFile, "\"Retour\"", "\"\"");
  CHECK(french().done == 1);
}

TEST_CASE("what is filled in at run time must be the same in a translation") {
  SampleContent content;
  content.replace(kFile, "#, fuzzy\n", "");
  content.replace(kFile, "Page {1} sur {2}", "Page {1} sur {3}");
  CHECK(holds(content.all_problems(),
              "ui/fr.po:9: error: The translation \"Page {1} sur {3}\" has other gaps in braces"));
}

TEST_CASE("words that the program does not have are a warning") {
  SampleContent content;
  content.write(kFile, content.read(kFile) + "\nmsgid \"Gone\"\nmsgstr \"Parti\"\n");
  CHECK(holds(content.all_problems(), "ui/fr.po:13: warning: The program has no words \"Gone\"."));
}

TEST_CASE("each plural form that the language has must be there") {
  SampleContent content;
  content.write("ui/kiosk.pot",
                content.read("ui/kiosk.pot") +
                    "\nmsgid \"one page\"\nmsgid_plural \"{1} pages\"\nmsgstr[0] \"\"\nmsgstr[1] \"\"\n");
  std::string words = content.read(kFile);
  content.write(
      kFile,
      words + "\nmsgid \"one page\"\nmsgid_plural \"{1} pages\"\nmsgstr[0] \"une page\"\nmsgstr[1] \"{1} pages\"\n");
  CHECK(content.all_problems() == "");
  content.replace(kFile, "nplurals=2", "nplurals=3");
  CHECK(holds(content.all_problems(), "ui/fr.po:13: error: \"one page\" has another number of plural forms"));
}

TEST_CASE("a broken PO file is named with its line, however broken") {
  SampleContent content;
  content.write(kFile, content.read(kFile) + "\nmsgid \"open\nmsgstr \"\"\n");
  CAPTURE(content.all_problems());
  CHECK(holds(content.all_problems(), "ui/fr.po:14: error: This is not a valid PO file"));
  std::string nonsense;
  for (int i = 0; i < 200; ++i) nonsense += "nonsense " + std::to_string(i) + "\n";
  content.write(kFile, nonsense);
  CHECK(holds(content.all_problems(), "ui/fr.po:1: error: This is not a valid PO file"));
  content.write(kFile, "");
  CHECK(holds(content.all_problems(),
              "ui/fr.po:1: error: The head of the file does not say that it is written in UTF-8."));
}

TEST_CASE("a PO file is named after a language of the pack") {
  SampleContent content;
  content.write("ui/de.po", content.read(kFile));
  content.write("ui/notes.txt", "x");
  std::string all = content.all_problems();
  CHECK(holds(all, "ui/de.po: error: This is not a file of words in a language of pack.yaml."));
  CHECK(holds(all, "ui/notes.txt: error: This is not a file of words"));
}

// Terms that a translation must not use.
#include <doctest/doctest.h>

#include "tests/publish/sample_content.h"

using namespace kiosk;
using kiosk::test::SampleContent;

namespace {

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

constexpr const char* kFrench = "topics/before-you-go.fr.md";
constexpr const char* kGlossary = R"(terms:
  - term: one-stop centre
    use: {fr: [centre de prise en charge, lieu de soins]}
    refuse: {fr: [centre d’accueil]}
  - term: on migration routes
    refuse: {fr: [sur les routes]}
)";

}  // namespace

TEST_CASE("a translation that uses a refused term is warned of, and told what to write") {
  SampleContent content;
  content.write("glossary.yaml", kGlossary);
  CHECK(content.all_problems().empty());
  content.replace(kFrench, "Prenez votre passeport.", "Allez au centre d'accueil.");
  std::string problem = content.all_problems();
  CHECK(holds(problem, "topics/before-you-go.fr.md:"));
  CHECK(holds(problem, "warning: \"centre d’accueil\" is refused by the glossary for \"one-stop centre\"."));
  CHECK(holds(problem, "Write \"centre de prise en charge\" or \"lieu de soins\"."));
}

TEST_CASE("a refused term is found in titles, contacts, sections and words of the interface") {
  SampleContent content;
  content.write("glossary.yaml", kGlossary);
  content.replace(kFrench, "title: Avant de partir", "title: Sur les routes");
  content.replace("contacts/gbv-116.yaml", "name: {en: Help line", "name: {fr: Sur LES routes, en: Help line");
  content.replace("pack.yaml", "fr: Voyager sans danger", "fr: Sur les routes");
  content.replace("ui/fr.po", "\"Retour\"", "\"Sur les routes\"");
  std::string all = content.all_problems();
  INFO(all);
  for (const char* file : {"topics/before-you-go.fr.md:2", "contacts/gbv-116.yaml:9", "pack.yaml:22", "ui/fr.po:6"}) {
    CHECK_MESSAGE(holds(all, std::string(file) + ": warning: \"sur les routes\" is refused"), file);
  }
}

TEST_CASE("a term is refused in its own language only, and where a word begins with it") {
  SampleContent content;
  content.write("glossary.yaml", "terms:\n  - {term: rooster, refuse: {fr: [coq], en: [poule]}}\n");
  CHECK(content.all_problems().empty());
  content.replace(kFrench, "Prenez votre passeport.", "Un bicoq et une poule.");
  CHECK(content.all_problems().empty());
  content.replace(kFrench, "Un bicoq et une poule.", "Des coqs.");
  CHECK(holds(content.all_problems(),
              "\"coq\" is refused by the glossary for \"rooster\". Do this: Say it in other words."));
}

TEST_CASE("a glossary that cannot be meant so is an error") {
  for (auto [glossary, message] :
       {std::pair{"terms:\n  - {use: {fr: [a]}}\n", "\"term\" is missing"},
        {"terms:\n  - {term: bag, refuse: {french: [sac]}}\n", "\"french\" is not a language tag"},
        {"terms:\n  - {term: bag, refuse: {fr: [sac]}, use: {fr: [sac à dos]}}\n",
         "\"sac à dos\" is to be used, and \"sac\" refused."},
        {"words: []\n", "\"words\""}}) {
    SampleContent content;
    content.write("glossary.yaml", glossary);
    CHECK_MESSAGE(holds(content.all_problems(), message), content.all_problems());
  }
}

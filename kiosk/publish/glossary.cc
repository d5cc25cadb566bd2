#include "kiosk/publish/glossary.h"

#include <algorithm>

#include "kiosk/publish/yaml.h"

namespace kiosk::publish {
namespace {

using Lists = std::map<LanguageTag, std::vector<std::string>>;

void check_apart(const GlossaryTerm& term, int line, Problems& problems) {
  for (const auto& [language, refused] : term.refuse) {
    auto used = term.use.find(language);
    if (used == term.use.end()) continue;
    WordList list(refused);
    for (const std::string& word : used->second) {
      std::string_view both = list.find(plain_form(word));
      if (both.empty()) continue;
      problems.error({kGlossaryFile, line},
                     "\"" + word + "\" is to be used, and \"" + std::string(both) + "\" refused.",
                     "Remove one of the two.");
    }
  }
}

std::string joined(const Lists& lists, const LanguageTag& language) {
  std::string all;
  auto words = lists.find(language);
  if (words == lists.end()) return all;
  for (const std::string& word : words->second) all += (all.empty() ? "\"" : "\" or \"") + word;
  return all.empty() ? all : all + "\"";
}

}  // namespace

std::vector<GlossaryTerm> read_glossary(std::string_view text, Problems& problems) {
  std::vector<GlossaryTerm> terms;
  std::optional<YamlNode> root = parse_yaml(text, kGlossaryFile, 1, problems);
  if (!root) return terms;
  Fields fields(*root, kGlossaryFile, "the glossary", problems);
  if (root->kind != YamlNode::Kind::mapping) return terms;
  for (const YamlNode* node : fields.mappings("terms")) {
    Fields entry(*node, kGlossaryFile, "a term", problems);
    GlossaryTerm term;
    term.term = entry.text("term").text;
    if (term.term.empty()) entry.missing("term", "Write the word of the source language.");
    term.use = entry.lists_by_language("use");
    term.refuse = entry.lists_by_language("refuse");
    entry.finish();
    check_apart(term, entry.line(), problems);
    terms.push_back(std::move(term));
  }
  fields.finish();
  return terms;
}

RefusedWords::RefusedWords(const std::vector<GlossaryTerm>& glossary, const LanguageTag& language) {
  for (const GlossaryTerm& term : glossary) {
    auto refused = term.refuse.find(language);
    if (refused == term.refuse.end()) continue;
    entries_.push_back({WordList(refused->second), term.term, joined(term.use, language)});
  }
}

std::optional<RefusedWords::Found> RefusedWords::find(std::string_view plain) const {
  for (const Entry& entry : entries_) {
    std::string_view word = entry.words.find(plain);
    if (!word.empty()) return Found{std::string(word), entry.term, entry.instead};
  }
  return std::nullopt;
}

}  // namespace kiosk::publish

// glossary.yaml: how the terms of this pack are said in other languages, and how not. Optional. A word that differs
// from page to page, or that its readers take for something else ("sur les routes" is where cars crash), is not seen by
// someone who reads one page; so the check holds every text against this list. A refused word is warned of wherever it
// stands: telling where it would be right takes a reader, and the list is short.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/publish/content.h"
#include "kiosk/publish/problem.h"
#include "kiosk/publish/words_rules.h"

namespace kiosk::publish {

inline constexpr const char* kGlossaryFile = "glossary.yaml";

std::vector<GlossaryTerm> read_glossary(std::string_view text, Problems& problems);

// The words that the glossary refuses in one language.
class RefusedWords {
 public:
  struct Found {
    std::string word, term, instead;  // what stands there, what it translates, what to write; instead may be empty
  };

  RefusedWords() = default;
  RefusedWords(const std::vector<GlossaryTerm>& glossary, const LanguageTag& language);

  // `plain` is in plain form.
  std::optional<Found> find(std::string_view plain) const;

 private:
  struct Entry {
    WordList words;
    std::string term, instead;
  };
  std::vector<Entry> entries_;
};

}  // namespace kiosk::publish

#include "kiosk/publish/reading_level.h"

#include <algorithm>

#include "kiosk/catalog/folding.h"
#include "kiosk/publish/words_rules.h"

namespace kiosk::publish {

bool ReadingLevel::too_hard() const {
  return longest > kMaxSentenceWords || mean() > kMaxMeanWords || grade.value_or(0) > kMaxGrade;
}

int count_syllables(std::string_view word) {
  auto is_vowel = [](char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; };
  int count = 0;
  for (size_t i = 0; i < word.size(); ++i) count += is_vowel(word[i]) && (i == 0 || !is_vowel(word[i - 1]));
  bool silent = word.size() > 2 && (word.ends_with("e") || word.ends_with("es") || word.ends_with("ed"));
  for (std::string_view spoken :
       {"le", "les", "ted", "ded", "ses", "ches", "shes", "ges", "ces", "zes", "xes", "ee", "ees"})
    silent = silent && !word.ends_with(spoken);
  return std::max(1, count - (silent && count > 1));
}

ReadingLevel measure_reading(const std::vector<std::string>& texts, const LanguageTag& language) {
  ReadingLevel level;
  int syllables = 0;
  bool english = language.language() == "en";
  for (const std::string& text : texts) {
    for (const Sentence& sentence : sentences_of(text)) {
      ++level.sentences;
      level.words += sentence.words;
      level.longest = std::max(level.longest, sentence.words);
    }
    if (!english) continue;
    for (const std::string& word : catalog::query_words(text)) syllables += count_syllables(word);
  }
  if (english && level.words > 0) level.grade = 0.39 * level.mean() + 11.8 * syllables / level.words - 15.59;
  return level;
}

}  // namespace kiosk::publish

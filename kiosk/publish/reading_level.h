// How hard a text is to read (R80): the length of its sentences in every language, and for English the grade by Flesch
// and Kincaid, which also counts syllables. Wanted: grade 5 at most, 15 words a sentence on average, none above 25.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/language_tag.h"

namespace kiosk::publish {

inline constexpr double kMaxGrade = 5, kMaxMeanWords = 15;

struct ReadingLevel {
  int words = 0, sentences = 0;
  int longest = 0;              // words of the longest sentence
  std::optional<double> grade;  // English only: years at school

  double mean() const { return sentences == 0 ? 0 : static_cast<double>(words) / sentences; }
  bool too_hard() const;
};

// Each text is a heading, a paragraph, an item of a list: no sentence goes from one into the next.
ReadingLevel measure_reading(const std::vector<std::string>& texts, const LanguageTag& language);

// As a dictionary of English would count them, right for four words in five: groups of vowels, less a silent e.
int count_syllables(std::string_view word);

}  // namespace kiosk::publish

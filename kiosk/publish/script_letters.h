// Which characters are letters or marks of the script that a language is written in.
#pragma once

#include <vector>

#include "kiosk/base/language_tag.h"

namespace kiosk::publish {

class ScriptLetters {
 public:
  explicit ScriptLetters(const LanguageTag& language);

  // A letter that several scripts share counts. A mark has to be the script's own: accents and vowel signs that any
  // script may bear are forgiven by search, and are on no key.
  bool has(char32_t c) const;

 private:
  std::vector<int> scripts_;  // ICU's numbers: of Japanese three
};

bool is_letter(char32_t c);
char32_t small_letter(char32_t c);
// A letter and a mark in one.
bool is_accented(char32_t c);
// How another letter looks at some place: raised, at the end of a word, joined with the next.
bool is_form(char32_t c);

// As it is typed: a Korean syllable letter by letter, because keys for all syllables fit no keyboard.
std::vector<char32_t> typed_letters(char32_t c);
// Of Korean letters whether they begin a syllable, are its vowel or end it; of others 0.
int place_in_syllable(char32_t c);

}  // namespace kiosk::publish

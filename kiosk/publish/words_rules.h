// Rules on words: what the title of a red page must not say (R57), what nobody may be promised (R60), and sentences
// that are too long to follow (R80). The built-in lists are English, French and Arabic; pack.yaml adds those of other
// languages.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/language_tag.h"

namespace kiosk::publish {

// The words of a text as the search sees them, with a space before and behind each: no case, no accents, no vowel
// marks, no Arabic article. A percent sign is a word.
std::string plain_form(std::string_view text);

// The words of one language, brought into plain form once.
class WordList {
 public:
  WordList() = default;
  explicit WordList(const std::vector<std::string>& words);

  bool empty() const { return words_.empty(); }
  void add(const std::string& word);

  // The first listed word with which a word of the text begins; empty when there is none. `plain` is in plain form.
  std::string_view find(std::string_view plain) const;

 private:
  struct Word {
    std::string written, plain;
  };
  std::vector<Word> words_;
};

// The built-in list for the language; empty when there is none.
WordList quiet_words(const LanguageTag& language);
WordList promise_words(const LanguageTag& language);

// "...", "to be translated", "à traduire": holds the place of a text that somebody was to write.
bool is_placeholder(std::string_view text);

// With so many words in small letters a text in two languages is not the same by chance or as a name.
inline constexpr int kSmallWordsOfNoName = 3;
bool is_left_untranslated(std::string_view words, std::string_view source);

inline constexpr int kMaxSentenceWords = 25;

struct Sentence {
  std::string_view text;
  int words = 0;
};

// The sentences of a text, by words between spaces; those without a word are left out.
std::vector<Sentence> sentences_of(std::string_view text);
// The longest of them.
Sentence longest_sentence(std::string_view text);

}  // namespace kiosk::publish

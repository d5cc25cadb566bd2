// Tolerance for one wrong letter a word: one letter typed instead of another, one too many, one too few, or two the
// wrong way round. Works on folded words (folding.h), in any script.
//
// The usual ways need an index of their own: all words with a letter left out (several times the vocabulary), or an
// automaton stepped along all words. Here the vocabulary, which is sorted, is walked like a tree instead: at each place
// of the typed word we ask which letters really follow there, and try each as the right one. For a word of eight
// letters among 30,000 that is some 300 look-ups of 2 microseconds. This breaks if the vocabulary is not in order of
// code points.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk::catalog {

// The words of one language in order of their bytes, which for UTF-8 is the order of their letters.
class WordList {
 public:
  virtual ~WordList() = default;
  // The first word that is not before `text`; nothing at the end or when it cannot be read.
  virtual std::optional<std::string> at_or_after(std::string_view text) = 0;
};

enum class Typed { whole, unfinished };

// A word of the list, or the beginning of some of its words.
struct Guess {
  std::string text;
  Typed typed = Typed::whole;

  bool operator==(const Guess&) const = default;
};

inline constexpr size_t kMaxGuesses = 24;

// Whether a slip is thinkable: not in a number, where one digit more makes another one.
bool can_be_doubted(std::string_view word);

// What may have been meant by `word`, without the word itself. In order of the place of the error.
std::vector<Guess> guesses(std::string_view word, Typed typed, WordList& words);

// The same question for two words at hand: whether `word` may have been meant by `typed_word`, or is it.
bool may_mean(std::u32string_view typed_word, Typed typed, std::u32string_view word);

}  // namespace kiosk::catalog

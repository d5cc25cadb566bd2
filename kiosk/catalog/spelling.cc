#include "kiosk/catalog/spelling.h"

#include <algorithm>

#include "kiosk/catalog/folding.h"

namespace kiosk::catalog {
namespace {

constexpr int kMaxLookUps = 4000;       // a list made to harm us has an end too
constexpr size_t kLeastForOpenEnd = 4;  // of an unfinished word: from here on its last letter may be the wrong one

char32_t next_letter(char32_t letter) { return letter == 0xd7ff ? 0xe000 : letter + 1; }

class Guesser {
 public:
  Guesser(std::u32string word, Typed typed, WordList& words) : word_(std::move(word)), typed_(typed), words_(words) {}

  std::vector<Guess> run() {
    const size_t places = word_.size() + (typed_ == Typed::whole ? 1 : 0);
    for (size_t place = 0; place < places; ++place) {
      const bool open_end = typed_ == Typed::unfinished && place + 1 == word_.size();
      if (open_end && word_.size() < kLeastForOpenEnd) break;
      if (place > 0 && !begins(word_.substr(0, place))) break;
      try_without(place);
      try_swapped(place);
      // Any last letter at all is the same as none.
      if (!open_end) try_letters_at(place);
    }
    return std::move(found_);
  }

 private:
  std::optional<std::string> look_up(std::string_view text) {
    if (look_ups_ == kMaxLookUps) return std::nullopt;
    ++look_ups_;
    return words_.at_or_after(text);
  }

  bool begins(std::u32string_view letters) {
    const std::string text = word_of_letters(letters);
    const auto word = look_up(text);
    return word && word->starts_with(text);
  }

  void try_word(const std::u32string& letters) {
    if (letters.empty() || letters == word_ || found_.size() == kMaxGuesses) return;
    Guess guess{word_of_letters(letters), typed_};
    const auto word = look_up(guess.text);
    const bool there = word && (typed_ == Typed::whole ? *word == guess.text : word->starts_with(guess.text));
    if (there && std::ranges::find(found_, guess) == found_.end()) found_.push_back(std::move(guess));
  }

  void try_without(size_t place) {
    if (place < word_.size()) try_word(word_.substr(0, place) + word_.substr(place + 1));
  }

  void try_swapped(size_t place) {
    if (place + 1 >= word_.size()) return;
    std::u32string swapped = word_;
    std::swap(swapped[place], swapped[place + 1]);
    try_word(swapped);
  }

  // Every letter that follows the first `place` letters in some word, instead of the one that was typed or before it.
  void try_letters_at(size_t place) {
    const std::u32string before = word_.substr(0, place);
    const std::string before_text = word_of_letters(before);
    std::string from = before_text;
    while (look_ups_ < kMaxLookUps && found_.size() < kMaxGuesses) {
      const auto word = look_up(from);
      if (!word || !word->starts_with(before_text)) return;
      const std::u32string letters = letters_of(*word);
      if (letters.size() <= place) {  // it is `before` itself: the next one is longer
        from = before_text + '\0';
        continue;
      }
      const char32_t letter = letters[place];
      if (place < word_.size()) try_word(before + letter + word_.substr(place + 1));
      try_word(before + letter + word_.substr(place));
      if (letter >= 0x10ffff) return;
      from = before_text + word_of_letters(std::u32string(1, next_letter(letter)));
    }
  }

  std::u32string word_;
  Typed typed_;
  WordList& words_;
  int look_ups_ = 0;
  std::vector<Guess> found_;
};

bool within_one_edit(std::u32string_view a, std::u32string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  const auto [in_a, in_b] = std::ranges::mismatch(a, b);
  const auto at = static_cast<size_t>(in_a - a.begin());
  if (at == a.size()) return true;
  if (a.size() < b.size()) return a.substr(at) == b.substr(at + 1);
  if (a.substr(at + 1) == b.substr(at + 1)) return true;
  return at + 1 < a.size() && a[at] == b[at + 1] && a[at + 1] == b[at] && a.substr(at + 2) == b.substr(at + 2);
}

}  // namespace

bool can_be_doubted(std::string_view word) {
  return std::ranges::none_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

std::vector<Guess> guesses(std::string_view word, Typed typed, WordList& words) {
  return Guesser(letters_of(word), typed, words).run();
}

bool may_mean(std::u32string_view typed_word, Typed typed, std::u32string_view word) {
  if (typed == Typed::whole) return within_one_edit(typed_word, word);
  const size_t size = typed_word.size();
  if (size == 0 || word.starts_with(typed_word)) return true;
  const bool only_end = word.starts_with(typed_word.substr(0, size - 1));
  if (only_end) return size >= kLeastForOpenEnd;
  for (size_t beginning : {size, size + 1, size - 1})
    if (beginning <= word.size() && within_one_edit(typed_word, word.substr(0, beginning))) return true;
  return false;
}

}  // namespace kiosk::catalog

#include "kiosk/catalog/spelling.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "kiosk/catalog/folding.h"

namespace kiosk::catalog {
namespace {

class SetOfWords : public WordList {
 public:
  SetOfWords(std::initializer_list<std::string> words) : words_(words) {}
  explicit SetOfWords(std::set<std::string> words) : words_(std::move(words)) {}
  std::optional<std::string> at_or_after(std::string_view text) override {
    auto found = words_.lower_bound(std::string(text));
    return found == words_.end() ? std::nullopt : std::optional(*found);
  }

 private:
  std::set<std::string> words_;
};

// Never ends and never gives what was asked for.
class HostileList : public WordList {
 public:
  std::optional<std::string> at_or_after(std::string_view text) override { return std::string(text) + "\xff\x01"; }
};

bool finds(const std::string& typed_word, Typed typed, const std::string& meant, WordList& words) {
  return std::ranges::any_of(guesses(typed_word, typed, words), [&](const Guess& guess) {
    return guess.typed == Typed::whole ? guess.text == meant : meant.starts_with(guess.text);
  });
}

// The distance by the book: insertions, deletions, replacements and swaps of neighbours.
size_t distance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::vector<size_t>> d(a.size() + 1, std::vector<size_t>(b.size() + 1));
  for (size_t i = 0; i <= a.size(); ++i) {
    for (size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = i + j;
        continue;
      }
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] != b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  }
  return d[a.size()][b.size()];
}

}  // namespace

TEST_CASE("each kind of slip at each place is guessed") {
  SetOfWords words{"passport", "police", "recruiter", "return", "road", "work", "zoo"};
  const std::string meant = "recruiter";
  for (size_t at = 0; at <= meant.size(); ++at) {
    std::string more = meant;
    CHECK(finds(more.insert(at, "x"), Typed::whole, meant, words));
    if (at == meant.size()) break;
    std::string other = meant, less = meant, swapped = meant;
    other[at] = 'x';
    CHECK(finds(other, Typed::whole, meant, words));
    CHECK(finds(less.erase(at, 1), Typed::whole, meant, words));
    if (at + 1 == meant.size() || meant[at] == meant[at + 1]) continue;
    std::swap(swapped[at], swapped[at + 1]);
    CHECK(finds(swapped, Typed::whole, meant, words));
  }
}

TEST_CASE("two slips are too many, and a word is no guess for itself") {
  SetOfWords words{"recruiter", "recruiters"};
  CHECK(guesses("rexruxter", Typed::whole, words).empty());
  CHECK(guesses("recruiter", Typed::whole, words) == std::vector<Guess>{{"recruiters", Typed::whole}});
}

TEST_CASE("an unfinished word is guessed by its beginning") {
  SetOfWords words{"passport", "recruiter", "recruitment", "work"};
  CHECK(guesses("recriut", Typed::unfinished, words) == std::vector<Guess>{{"recruit", Typed::unfinished}});
  CHECK(finds("xecru", Typed::unfinished, "recruiter", words));
  CHECK(finds("pasport", Typed::unfinished, "passport", words));
  CHECK(finds("recx", Typed::unfinished, "recruiter", words));
  CHECK(guesses("rex", Typed::unfinished, words).empty());  // too short to doubt its end
  CHECK(finds("rce", Typed::unfinished, "recruiter", words));
}

TEST_CASE("any script is guessed, by its letters and not its bytes") {
  SetOfWords words{"عقود", "መረጃ", "ꕙꔤꕙ", "𞤢𞤣𞤤𞤢𞤥"};
  CHECK(finds("عقد", Typed::whole, "عقود", words));
  CHECK(finds("መረጂ", Typed::whole, "መረጃ", words));
  CHECK(finds("ꔤꕙꕙ", Typed::whole, "ꕙꔤꕙ", words));
  CHECK(finds("𞤢𞤣𞤢𞤥", Typed::whole, "𞤢𞤣𞤤𞤢𞤥", words));
}

TEST_CASE("guesses are exactly the words at distance one") {
  // All words of up to four letters of two, which hold every case of equal neighbours.
  std::vector<std::string> all{""};
  for (size_t i = 0; i < all.size(); ++i)
    if (all[i].size() < 4)
      for (char c : {'a', 'b'}) all.push_back(all[i] + c);
  const std::set<std::string> set(all.begin() + 1, all.end());
  SetOfWords list(set);
  for (const std::string& typed_word : set) {
    std::set<std::string> expected, actual;
    for (const std::string& word : set)
      if (distance(letters_of(typed_word), letters_of(word)) == 1) expected.insert(word);
    for (const Guess& guess : guesses(typed_word, Typed::whole, list)) actual.insert(guess.text);
    CHECK(actual == expected);
    for (const std::string& word : set) {
      CHECK(may_mean(letters_of(typed_word), Typed::whole, letters_of(word)) ==
            (distance(letters_of(typed_word), letters_of(word)) <= 1));
    }
  }
}

TEST_CASE("an unfinished word may mean a longer one") {
  auto may = [](const char* typed_word, const char* word) {
    return may_mean(letters_of(typed_word), Typed::unfinished, letters_of(word));
  };
  CHECK(may("recriut", "recruitment"));
  CHECK(may("polcie", "police"));
  CHECK(may("poli", "police"));
  CHECK(may("polx", "police"));
  CHECK_FALSE(may("rex", "recruiter"));
  CHECK(may("rce", "recruiter"));
  CHECK(may("ecr", "recruiter"));
  CHECK_FALSE(may("pxlx", "police"));
  CHECK_FALSE(may("policex", "pol"));
}

TEST_CASE("a list made to harm us ends too") {
  HostileList hostile;
  CHECK(guesses("recruiter", Typed::whole, hostile).size() <= kMaxGuesses);
  CHECK(guesses("recruiter", Typed::unfinished, hostile).size() <= kMaxGuesses);
}

TEST_CASE("nothing is guessed for nothing") {
  SetOfWords words{"a"};
  CHECK(guesses("", Typed::unfinished, words).empty());
}

}  // namespace kiosk::catalog

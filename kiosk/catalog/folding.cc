#include "kiosk/catalog/folding.h"

#include <utf8proc.h>

#include <algorithm>

#include "kiosk/base/check.h"
#include "kiosk/base/utf8.h"

namespace kiosk::catalog {
namespace {

struct Alike {
  char32_t letter;
  const char32_t* as;  // empty: as if it were not there
};

// Letters that Unicode does not decompose, but that people without the right keyboard write otherwise. In order.
constexpr Alike kAlike[] = {
    {U'æ', U"ae"},          {U'ð', U"d"}, {U'ø', U"o"},  {U'đ', U"d"},           {U'ħ', U"h"}, {U'ı', U"i"},
    {U'ł', U"l"},           {U'ŋ', U"n"}, {U'œ', U"oe"}, {U'ƙ', U"k"},           {U'ƭ', U"t"}, {U'ƴ', U"y"},
    {U'ǝ', U"e"},           {U'ɓ', U"b"}, {U'ɔ', U"o"},  {U'ɖ', U"d"},           {U'ɗ', U"d"}, {U'ə', U"e"},
    {U'ɛ', U"e"},           {U'ɣ', U"g"}, {U'ɦ', U"h"},  {U'ɩ', U"i"},           {U'ɲ', U"n"}, {U'ʊ', U"u"},
    {U'ʋ', U"v"},           {U'ʻ', U""},  {U'ʼ', U""},   {U'\u0629', U"\u0647"},  // teh marbuta: heh
    {U'\u0640', U""},                                                             // tatweel
    {U'\u0649', U"\u064A"},                                                       // alef maksura: yeh
    {U'\u0671', U"\u0627"},  // alef wasla: alef (the forms with hamza and madda decompose)
    {U'\u06A9', U"\u0643"},  // keheh: kaf
    {U'\u06BE', U"\u0647"},  // heh doachashmee: heh
    {U'\u06C1', U"\u0647"},  // heh goal: heh
    {U'\u06CC', U"\u064A"},  // Farsi yeh: yeh
};

// The first of ten digits each.
constexpr char32_t kDigitZeros[] = {U'\u0660', U'\u06F0', U'\u07C0', U'\uA620', U'\U0001E950'};

constexpr utf8proc_option_t kFolding = static_cast<utf8proc_option_t>(
    UTF8PROC_CASEFOLD | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);

bool is_letter_or_digit(char32_t letter) {
  const utf8proc_category_t category = utf8proc_category(static_cast<utf8proc_int32_t>(letter));
  return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) ||
         (category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO);
}

void append_alike(std::u32string& word, char32_t letter) {
  for (char32_t zero : kDigitZeros)
    if (letter >= zero && letter < zero + 10) letter = U'0' + (letter - zero);
  const auto* alike = std::ranges::find(kAlike, letter, &Alike::letter);
  if (alike != std::end(kAlike)) {
    word += alike->as;
  } else {
    word += letter;
  }
}

std::vector<std::u32string> folded_words(std::string_view text) {
  std::vector<std::u32string> words;
  std::u32string word;
  auto end_word = [&] {
    if (word.size() > kMaxWordLetters) word.resize(kMaxWordLetters);
    if (!word.empty()) words.push_back(word);
    word.clear();
  };
  for (size_t at = 0; at < text.size();) {
    const auto letter = next_code_point(text, at);
    if (!letter) {
      end_word();
      continue;
    }
    utf8proc_int32_t folded[32];  // the longest decomposition in Unicode is 18 letters
    const utf8proc_ssize_t count =
        utf8proc_decompose_char(static_cast<utf8proc_int32_t>(*letter), folded, std::size(folded), kFolding, nullptr);
    KIOSK_CHECK(count <= static_cast<utf8proc_ssize_t>(std::size(folded)));
    for (utf8proc_ssize_t i = 0; i < count; ++i) {
      const auto one = static_cast<char32_t>(folded[i]);
      if (!is_letter_or_digit(one)) {
        end_word();
      } else if (word.size() < 2 * kMaxWordLetters) {
        append_alike(word, one);
      }
    }
  }
  end_word();
  return words;
}

// An Arabic word without "the", "and the", "by the", "to the"; the same word if it has none or too little would be
// left.
std::u32string_view without_article(std::u32string_view word) {
  constexpr size_t kLeast = 3;
  for (std::u32string_view article : {U"\u0648\u0627\u0644", U"\u0628\u0627\u0644", U"\u0641\u0627\u0644",
                                      U"\u0643\u0627\u0644", U"\u0627\u0644", U"\u0644\u0644"}) {
    if (word.starts_with(article) && word.size() >= article.size() + kLeast) return word.substr(article.size());
  }
  return word;
}

}  // namespace

std::u32string letters_of(std::string_view word) {
  std::u32string letters;
  for (size_t at = 0; at < word.size();) {
    const auto letter = next_code_point(word, at);
    if (!letter) break;  // only in a damaged file
    letters += *letter;
  }
  return letters;
}

std::string word_of_letters(std::u32string_view letters) {
  std::string word;
  for (char32_t letter : letters) append_utf8(word, letter);
  return word;
}

std::vector<std::string> query_words(std::string_view text) {
  std::vector<std::string> words;
  for (const std::u32string& word : folded_words(text)) words.push_back(word_of_letters(without_article(word)));
  return words;
}

std::vector<std::string> index_words(std::string_view text) {
  std::vector<std::string> words;
  for (const std::u32string& word : folded_words(text)) {
    words.push_back(word_of_letters(word));
    const std::u32string_view bare = without_article(word);
    if (bare.size() < word.size()) words.push_back(word_of_letters(bare));
  }
  return words;
}

}  // namespace kiosk::catalog

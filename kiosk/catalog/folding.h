// Text as the search sees it: words without case, accents and marks, a few letters made alike. What is written into
// the index and what a visitor types go through the same folding, so they meet.
// Works for every script; bytes that are no UTF-8 part words. Change it, and the format of content.db must be raised.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kiosk::catalog {

inline constexpr size_t kMaxWordLetters = 40;  // of a longer word only the beginning counts

// The words to look for. An Arabic word is without its article, so that it is found with and without.
std::vector<std::string> query_words(std::string_view text);

// The words under which a text is found: as query_words, and Arabic words with an article both ways.
std::vector<std::string> index_words(std::string_view text);

// A folded word letter by letter, and back. REQUIRES: word is UTF-8.
std::u32string letters_of(std::string_view word);
std::string word_of_letters(std::u32string_view letters);

}  // namespace kiosk::catalog

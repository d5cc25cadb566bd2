// The sentences of a text, by the rules of Unicode (UAX 29, as Pango knows them) in every script. One splitter for what
// the voice says piece by piece and for what the reading level counts, so that what is marked is what was counted.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk::text {

struct SentenceRange {
  size_t begin = 0, end = 0;  // bytes, [begin, end)
};

// In order, without overlap, together everything but white space at their ends. A line break always ends a sentence.
// Bytes that are not UTF-8 count as a letter each.
std::vector<SentenceRange> sentences_in(std::string_view text);

// Where there is no room for all that is said.
std::string first_sentence(std::string_view text);

}  // namespace kiosk::text

// Cuts text into what the voice says in one go: sentences (kiosk/text/sentences.h), the unit of reading along,
// repeating and synthesis (R99).
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace kiosk::speech {

struct TextRange {
  size_t begin = 0, end = 0;  // bytes, [begin, end)

  bool operator==(const TextRange&) const = default;
};

// In order, without overlap, together everything but white space. A line break always ends a sentence. One longer than
// kLongestSentence bytes is cut at a comma or a space, so that the first word never waits for a whole page.
std::vector<TextRange> split_sentences(std::string_view text);

inline constexpr size_t kLongestSentence = 400;

}  // namespace kiosk::speech

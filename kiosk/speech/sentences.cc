#include "kiosk/speech/sentences.h"

#include "kiosk/base/utf8.h"
#include "kiosk/text/sentences.h"

namespace kiosk::speech {
namespace {

bool is_space(char32_t c) { return c == ' ' || c == '\t' || c == 0xa0 || c == 0x202f || (c >= 0x2000 && c <= 0x200a); }

// The first part of a sentence that is too long: up to the last comma, else the last space, else between two
// characters.
size_t cut(std::string_view text, TextRange sentence) {
  size_t comma = 0, space = 0, last = sentence.begin;
  for (size_t at = sentence.begin; at < sentence.end;) {
    const CodePoint c = code_point_at(text, at);
    if (at + c.size - sentence.begin > kLongestSentence) break;
    last = at += c.size;
    if (c.value == ',' || c.value == ';' || c.value == ':' || c.value == 0x60c || c.value == 0x61b) comma = at;
    if (is_space(c.value)) space = at;
  }
  if (comma > sentence.begin + kLongestSentence / 4) return comma;
  return space > sentence.begin ? space : last;
}

size_t without_spaces_behind(std::string_view text, size_t begin, size_t end) {
  size_t kept = begin;
  for (size_t at = begin; at < end;) {
    const CodePoint c = code_point_at(text, at);
    at += c.size;
    if (!is_space(c.value)) kept = at;
  }
  return kept;
}

}  // namespace

std::vector<TextRange> split_sentences(std::string_view text) {
  std::vector<TextRange> pieces;
  for (const auto& [begin, end_of] : text::sentences_in(text)) {
    TextRange sentence{begin, end_of};
    while (sentence.end - sentence.begin > kLongestSentence) {
      const size_t end = cut(text, sentence);
      pieces.push_back({sentence.begin, without_spaces_behind(text, sentence.begin, end)});
      sentence.begin = end;
      while (is_space(code_point_at(text, sentence.begin).value))
        sentence.begin += code_point_at(text, sentence.begin).size;
    }
    pieces.push_back(sentence);
  }
  return pieces;
}

}  // namespace kiosk::speech

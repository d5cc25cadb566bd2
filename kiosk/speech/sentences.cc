#include "kiosk/speech/sentences.h"

#include <algorithm>
#include <array>

namespace kiosk::speech {

namespace {

struct CodePoint {
  char32_t value = 0;
  size_t size = 0;  // bytes; 0 at the end of the text
};

// Invalid bytes count as one character each, so that every text comes to its end.
CodePoint decode(std::string_view text, size_t at) {
  if (at >= text.size()) return {};
  auto byte = [&](size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at);
  size_t size = lead < 0x80 ? 1 : lead >> 5 == 6 ? 2 : lead >> 4 == 14 ? 3 : lead >> 3 == 30 ? 4 : 1;
  if (at + size > text.size()) return {0xfffd, 1};
  char32_t value = size == 1 ? lead : lead & (0x7f >> size);
  for (size_t i = 1; i < size; ++i) {
    if (byte(at + i) >> 6 != 2) return {0xfffd, 1};
    value = value << 6 | (byte(at + i) & 0x3f);
  }
  return {value, size};
}

bool is_space(char32_t c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xa0 || c == 0x202f || (c >= 0x2000 && c <= 0x200a);
}

// A full stop may also belong to an abbreviation or a number; the others always end a sentence.
bool is_certain_end(char32_t c) {
  constexpr std::array<char32_t, 14> kEnds = {'!',    '?',    0x2026, 0x61f,   0x6d4,   0x7f9,  0x964,
                                              0x1362, 0x1367, 0x3002, 0x1e95e, 0x1e95f, 0xa60e, 0xa60f};
  return std::find(kEnds.begin(), kEnds.end(), c) != kEnds.end();
}

bool is_closing(char32_t c) {
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0xbb || c == 0x2019 || c == 0x201d || c == 0x203a;
}

bool is_lower_or_digit(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 0xdf && c <= 0xff && c != 0xf7);
}

// Whether the word that ends before `at` is an initial or a title: "J. Smith", "Dr. Smith".
bool is_abbreviation(std::string_view text, size_t at) {
  size_t begin = at;
  while (begin > 0 && static_cast<unsigned char>(text[begin - 1]) < 0x80 &&
         !is_space(static_cast<unsigned char>(text[begin - 1])) && text[begin - 1] != '.')
    --begin;
  std::string_view word = text.substr(begin, at - begin);
  if (word.size() == 1) return word[0] >= 'A' && word[0] <= 'Z';
  return word == "Dr" || word == "Mr" || word == "Mrs" || word == "Ms" || word == "St" || word == "M" || word == "Mme";
}

// The end of the sentence that goes on at `from`, and where to look for the next.
size_t sentence_end(std::string_view text, size_t from) {
  for (size_t at = from; at < text.size();) {
    CodePoint c = decode(text, at);
    if (c.value == '\n') return at;
    size_t after = at + c.size;
    if (c.value == '.' || is_certain_end(c.value)) {
      bool certain = is_certain_end(c.value);
      // "?!" and "..." end once.
      for (CodePoint next = decode(text, after); next.value == '.' || is_certain_end(next.value);
           next = decode(text, after)) {
        certain |= is_certain_end(next.value);
        after += next.size;
      }
      // A space stands before the closing mark in French: « Oui ! »
      for (size_t look = after;;) {
        CodePoint next = decode(text, look);
        if (is_closing(next.value))
          after = look += next.size;
        else if (next.value == 0xa0 || next.value == 0x202f)
          look += next.size;
        else
          break;
      }
      CodePoint next = decode(text, after);
      bool apart = next.size == 0 || is_space(next.value) || next.value >= 0x2e80;
      size_t look = after;
      while (is_space(next.value) && next.value != '\n') next = decode(text, look += next.size);
      if (certain && apart) return after;
      if (apart && !is_lower_or_digit(next.value) && !is_abbreviation(text, at)) return after;
    }
    at = after;
  }
  return text.size();
}

// Where to cut what is too long: after the last comma, else at the last space, else between two characters.
size_t cut(std::string_view text, size_t begin) {
  size_t comma = 0, space = 0, last = begin;
  for (size_t at = begin; at - begin < kLongestSentence;) {
    CodePoint c = decode(text, at);
    last = at += c.size;
    if (c.value == ',' || c.value == ';' || c.value == ':' || c.value == 0x60c || c.value == 0x61b) comma = at;
    if (is_space(c.value)) space = at;
  }
  if (comma > begin + kLongestSentence / 4) return comma;
  return space > begin ? space : last;
}

void add_trimmed(std::string_view text, TextRange range, std::vector<TextRange>& to) {
  for (CodePoint c = decode(text, range.begin); range.begin < range.end && is_space(c.value);
       c = decode(text, range.begin))
    range.begin += c.size;
  // Spaces of several bytes end in bytes that begin no character, so the end is found from the front.
  size_t end = range.begin;
  for (size_t at = range.begin; at < range.end;) {
    CodePoint c = decode(text, at);
    at += c.size;
    if (!is_space(c.value)) end = std::min(at, range.end);
  }
  if (range.begin < end) to.push_back({range.begin, end});
}

}  // namespace

std::vector<TextRange> split_sentences(std::string_view text) {
  std::vector<TextRange> sentences;
  for (size_t at = 0; at < text.size();) {
    size_t end = sentence_end(text, at);
    for (; end - at > kLongestSentence; at = cut(text, at)) add_trimmed(text, {at, cut(text, at)}, sentences);
    add_trimmed(text, {at, end}, sentences);
    at = end < text.size() && text[end] == '\n' ? end + 1 : std::max(end, at + 1);
  }
  return sentences;
}

}  // namespace kiosk::speech

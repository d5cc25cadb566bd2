#include "kiosk/text/sentences.h"

// UAX 29 leaves two things to those who know the language, and both make a voice stumble. A full stop after a title or
// an initial ("Dr. Smith", "J. Doe"), or before a number ("No. 3"), ends no sentence; and French puts a no-break space
// between a mark and the closing guillemet ("« Oui ! »"), which would open the next sentence. ICU has lists of
// abbreviations, for a few large languages only, and would be one more library in the kiosk: the titles that the
// content uses are listed here. Where an abbreviation can't be told from an end, the text stays together.

#include <pango/pango.h>

#include <algorithm>
#include <initializer_list>
#include <string>

#include "kiosk/base/ascii.h"
#include "kiosk/base/utf8.h"

namespace kiosk::text {
namespace {

bool is_closing(char32_t c) { return c == 0xBB || c == 0x203A || c == 0x2019 || c == 0x201D; }

bool is_space(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 || c == 0x202F ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x3000;
}

bool among(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// Whether the full stop at the end of `before` belongs to a word and not to a sentence that `next` follows.
bool is_abbreviated(std::string_view before, char32_t next) {
  if (!before.ends_with('.')) return false;
  before.remove_suffix(1);
  const std::string_view word = before.substr(before.find_last_of(" .\n\t") + 1);
  if (next >= '0' && next <= '9') return among(word, {"No", "Nos", "no", "nos", "Art", "art", "Tel", "tel", "p", "pp"});
  return (word.size() == 1 && ascii::is_capital(word[0])) || among(word, {"Dr", "Mr", "Mrs", "Ms", "St", "Mme"});
}

// Each code point of a text, with its byte and what Pango says of it.
struct Letters {
  std::vector<CodePoint> code_points;
  std::vector<size_t> bytes;  // one more: the end
  std::vector<PangoLogAttr> marks;
};

Letters letters_of(std::string_view text) {
  Letters letters;
  std::string valid;  // Pango takes nothing else
  for (size_t at = 0; at < text.size();) {
    const CodePoint next = code_point_at(text, at);
    append_utf8(valid, next.valid && next.value != 0 ? next.value : U'x');
    letters.code_points.push_back(next);
    letters.bytes.push_back(at);
    at += next.size;
  }
  letters.bytes.push_back(text.size());
  letters.marks.resize(letters.bytes.size());
  pango_default_break(valid.data(), static_cast<int>(valid.size()), nullptr, letters.marks.data(),
                      static_cast<int>(letters.marks.size()));
  return letters;
}

}  // namespace

std::vector<SentenceRange> sentences_in(std::string_view text) {
  const Letters letters = letters_of(text);
  const size_t count = letters.code_points.size();
  std::vector<SentenceRange> sentences;
  SentenceRange current;
  bool open = false, new_line = true, quotation_ended = false;
  for (size_t i = 0; i < count; ++i) {
    const char32_t c = letters.code_points[i].value;
    if (letters.code_points[i].valid && is_space(c)) {
      new_line |= c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029;
      continue;
    }
    // The boundary lies before the spaces or behind them, wherever Unicode has it.
    bool boundary = false;
    for (size_t back = i + 1; back-- > 0 && letters.bytes[back] >= current.end && !boundary;)
      boundary = letters.marks[back].is_sentence_boundary;
    const bool apart = letters.bytes[i] > current.end;
    boundary |= quotation_ended && apart;
    quotation_ended = is_closing(c) && (boundary || quotation_ended);
    const std::string_view before = text.substr(current.begin, current.end - current.begin);
    const bool starts = new_line || (boundary && !is_closing(c) && !is_abbreviated(before, c));
    if (starts && open) sentences.push_back(current);
    if (starts || !open) current.begin = letters.bytes[i];
    current.end = letters.bytes[i + 1];
    open = true;
    new_line = false;
  }
  if (open) sentences.push_back(current);
  return sentences;
}

std::string first_sentence(std::string_view text) {
  const std::vector<SentenceRange> all = sentences_in(text);
  return all.empty() ? std::string() : std::string(text.substr(all.front().begin, all.front().end - all.front().begin));
}

}  // namespace kiosk::text

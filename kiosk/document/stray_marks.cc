#include "kiosk/document/stray_marks.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "kiosk/base/ascii.h"
#include "kiosk/base/utf8.h"

namespace kiosk::document {
namespace {

constexpr size_t kShownAround = 24;  // bytes
constexpr std::string_view kNoBreakSpaces[] = {"\u00A0", "\u202F", "\u2007", "\u2003", "\u2002", "\u2009", "\u3000"};
constexpr std::string_view kBullets[] = {"\u2022", "\u00B7", "\u2023", "\u25AA", "\u25E6", "\u25CF",
                                         "\u25CB", "\u25A0", "\u2043", "\u2219", "\uF0B7"};
constexpr std::string_view kBoxes[] = {"\u2610", "\u25A1", "\u2611", "\u2612", "\u25A2"};
constexpr std::string_view kDashes[] = {"\u2013", "\u2014", "\u2212"};

bool is_ascii_sign(char c) { return static_cast<unsigned char>(c) < 0x80 && !ascii::is_letter_or_digit(c); }

template <class List>
bool begins_with_one_of(std::string_view text, const List& list) {
  return std::ranges::any_of(list, [&](std::string_view one) { return text.starts_with(one); });
}

// Some of the text from `at` on, without half a character.
std::string excerpt(std::string_view text, size_t at) {
  size_t end = at;
  while (end < text.size() && end - at < kShownAround) end += code_point_at(text, end).size;
  return "\"" + std::string(text.substr(at, end - at)) + "\"";
}

bool letter_follows(std::string_view text) {
  return !text.empty() && !is_ascii_sign(text[0]) && !ascii::is_digit(text[0]);
}

// What the beginning of a line was meant to be.
std::optional<std::string> at_line_start(std::string_view line, bool in_paragraph, bool dashes_repeat) {
  if (line.empty()) return std::nullopt;
  std::string_view rest = line.substr(1);
  if ((line[0] == '-' || line[0] == '+') && (begins_with_one_of(rest, kNoBreakSpaces) || letter_follows(rest)))
    return excerpt(line, 0) + " makes no item of a list. Type the - and an ordinary blank again before the words.";
  if (begins_with_one_of(line, kBullets))
    return excerpt(line, 0) + " makes no item of a list. Write - and a blank before the words.";
  if (dashes_repeat && begins_with_one_of(line, kDashes))
    return excerpt(line, 0) + " makes no item of a list. Write a short - and a blank before the words.";
  if (begins_with_one_of(line, kBoxes))
    return excerpt(line, 0) + " makes no box to tick. Write - [ ] and a blank before the words.";
  size_t digits = 0;
  while (digits < line.size() && digits < 3 && ascii::is_digit(line[digits])) ++digits;
  if (digits > 0 && digits < 3 && digits < line.size() && (line[digits] == '.' || line[digits] == ')')) {
    std::string_view behind = line.substr(digits + 1);
    if (begins_with_one_of(behind, kNoBreakSpaces) || letter_follows(behind))
      return excerpt(line, 0) + " makes no step. Write the number, a point and a blank before the words: 1. first";
  }
  if (line[0] == '|') return excerpt(line, 0) + " makes no table, which would not fit either. Write a list.";
  if (in_paragraph && line[0] == '#') return "A # without a blank after it makes no heading. Write ## and a blank.";
  return std::nullopt;
}

bool is_box(std::string_view text) {
  for (std::string_view box : {"[]", "[ ]", "[x]", "[X]", "[\u00A0]", "[\u2713]"})
    if (text.starts_with(box)) return true;
  return false;
}

bool is_link_like(std::string_view text) {
  if (text.starts_with("](") || text.starts_with("][")) return true;
  if (!text.starts_with("] (")) return false;
  for (std::string_view target : {"topic:", "contact:", "http", "media/"})
    if (text.substr(3).starts_with(target)) return true;
  return false;
}

std::optional<std::string> sign_at(std::string_view text, size_t at) {
  std::string_view rest = text.substr(at);
  char before = at > 0 ? text[at - 1] : ' ', behind = rest.size() > 1 ? rest[1] : ' ';
  switch (rest[0]) {
    case '*':
      return "The * at " + excerpt(text, at) +
             " marks nothing and would be shown. Write **word** with the marks close to letters: quotation marks and "
             "brackets inside stay outside of the marks, with a blank or a comma beyond.";
    case '_':
      if (!is_ascii_sign(before) && !is_ascii_sign(behind)) return std::nullopt;  // inside of a word
      return "The _ at " + excerpt(text, at) + " marks nothing and would be shown. Write *word* or take it out.";
    case '`': return "The ` at " + excerpt(text, at) + " would be shown. Remove it.";
    case '~':
      if (behind != '~') return std::nullopt;
      return "The ~~ at " + excerpt(text, at) + " would be shown. Remove it.";
    case '!':
      if (behind != '[') return std::nullopt;
      return "This looks like a picture and is not one. Write ![what it shows](media/name.png) on a line of its "
             "own.";
    case ']':
      if (!is_link_like(rest)) return std::nullopt;
      return "This looks like a link and is not one. Write [words](topic:slug), without blanks in the round "
             "brackets.";
    case '[':
      if (!is_box(rest)) return std::nullopt;
      return excerpt(text, at) +
             " makes no box to tick. Write - [ ] and a blank before the words, each on a line of its own.";
    default: return std::nullopt;
  }
}

}  // namespace

std::vector<StrayMark> stray_marks(const Block& block, const std::vector<size_t>& line_starts,
                                   const std::vector<size_t>& escaped) {
  std::vector<StrayMark> marks;
  const std::string text = block.text();
  auto is_escaped = [&](size_t at) { return std::ranges::find(escaped, at) != escaped.end(); };
  auto dashed = [&](size_t start) {
    return start < text.size() && begins_with_one_of(std::string_view(text).substr(start), kDashes);
  };
  bool dashes_repeat = std::ranges::count_if(line_starts, dashed) > 1;
  for (size_t start : line_starts) {
    if (start >= text.size() || is_escaped(start)) continue;
    bool first_of_paragraph = block.kind == BlockKind::paragraph && start == 0;
    if (auto message = at_line_start(std::string_view(text).substr(start), first_of_paragraph, dashes_repeat))
      marks.push_back({start, std::move(*message)});
  }
  for (size_t at = text.find_first_of("*_`~![]"); at != std::string::npos; at = text.find_first_of("*_`~![]", at + 1)) {
    if (is_escaped(at)) continue;
    auto message = sign_at(text, at);
    if (!message) continue;
    marks.push_back({at, std::move(*message)});
    break;  // the others of the block mostly belong to it
  }
  return marks;
}

}  // namespace kiosk::document

#include "kiosk/document/source_lines.h"

#include <algorithm>

#include "kiosk/base/check.h"
#include "kiosk/base/utf8.h"

namespace kiosk::document {
namespace {

constexpr size_t kMaxReported = 20;

bool is_control(char32_t value) {
  return (value < 0x20 && value != '\n' && value != '\r' && value != '\t') || (value >= 0x7f && value < 0xa0) ||
         value == 0xfeff || value == 0xfffd || value == 0x2028 || value == 0x2029;
}

// Embeddings and overrides: they can reverse a number for the eye without changing it for the machine.
bool turns_order(char32_t value) { return value >= 0x202a && value <= 0x202e; }

}  // namespace

SourceLines::SourceLines(std::string_view text) : text_(text), starts_{0} {
  for (size_t i = 0; i < text.size(); ++i) {
    const bool end = text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'));
    if (end) starts_.push_back(i + 1);
  }
}

int SourceLines::line_of(size_t offset) const {
  return static_cast<int>(std::ranges::upper_bound(starts_, offset) - starts_.begin());
}

std::string_view SourceLines::line(int number) const {
  KIOSK_CHECK(number >= 1 && number <= count());
  const size_t start = starts_[static_cast<size_t>(number) - 1];
  const size_t end = number < count() ? starts_[static_cast<size_t>(number)] : text_.size();
  std::string_view line = text_.substr(start, end - start);
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.remove_suffix(1);
  return line;
}

int SourceLines::next_filled(int number) const {
  for (int next = number + 1; next <= count(); ++next)
    if (line(next).find_first_not_of(" \t") != std::string_view::npos) return next;
  return count();
}

std::vector<Problem> check_characters(std::string_view text, const SourceLines& lines) {
  std::vector<Problem> problems;
  for (size_t at = 0; at < text.size() && problems.size() < kMaxReported;) {
    const CodePoint character = code_point_at(text, at);
    if (!character.valid) {
      problems.push_back({lines.line_of(at), "These bytes are not UTF-8. Save the file as UTF-8."});
      return problems;
    }
    if (is_control(character.value)) {
      problems.push_back(
          {lines.line_of(at), "Here is an invisible control character. Remove it, or type the line again."});
    } else if (turns_order(character.value)) {
      problems.push_back({lines.line_of(at),
                          "Here is an invisible mark that turns the writing direction. Remove it; the "
                          "kiosk sets the direction itself."});
    }
    at += character.size;
  }
  return problems;
}

}  // namespace kiosk::document

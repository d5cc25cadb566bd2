// The lines of a Markdown text: which line an offset is on, and what no page may hold in any line.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "kiosk/document/problem.h"

namespace kiosk::document {

class SourceLines {
 public:
  explicit SourceLines(std::string_view text);

  int line_of(size_t offset) const;
  int count() const { return static_cast<int>(starts_.size()); }

  // Without its end. REQUIRES: 1 <= line <= count()
  std::string_view line(int number) const;

  // The first line after `number` that is not blank; the last line if there is none.
  int next_filled(int number) const;

 private:
  std::string_view text_;
  std::vector<size_t> starts_;
};

// Bytes that are not UTF-8, control characters, and characters that turn the order of what follows them.
// Empty: the text may be parsed.
std::vector<Problem> check_characters(std::string_view text, const SourceLines& lines);

}  // namespace kiosk::document

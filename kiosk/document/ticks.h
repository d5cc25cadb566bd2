// How a page says what a number of ticks means: notes that begin with "[0]", "[1]" ... or "[all]".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/document/document.h"
#include "kiosk/document/problem.h"

namespace kiosk::document {

struct TickMark {
  std::optional<int> ticks;  // kAllTicks for "all"; none: neither a number nor "all"
  std::string written;       // between the brackets
  size_t size = 0;           // of the mark and the blanks behind it
};

// The mark with which `words` begin, if they begin with something in square brackets.
std::optional<TickMark> tick_mark(std::string_view words);

// Where there is a mark in the middle of `words`: two notes that were meant to be separate.
std::optional<size_t> later_mark(std::string_view words);

// Results without boxes to tick, for more ticks than there are boxes, or with nothing for those who tick none.
std::vector<Problem> wrong_results(const Document& page);

}  // namespace kiosk::document

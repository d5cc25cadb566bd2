// Signs that were meant as Markdown and mark nothing: they would be shown and read aloud as they are.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "kiosk/document/document.h"

namespace kiosk::document {

struct StrayMark {
  size_t at = 0;  // in the block's text
  std::string message;
};

// `line_starts`: where each line of the source begins in the text. `escaped`: signs after a backslash, meant as they
// are.
std::vector<StrayMark> stray_marks(const Block& block, const std::vector<size_t>& line_starts,
                                   const std::vector<size_t>& escaped);

}  // namespace kiosk::document

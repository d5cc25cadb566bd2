// Two texts of one page, block beside block. Translations have the same blocks in the same order; where one has more
// than the other, what cannot be paired stands alone, in its place.
#pragma once

#include <optional>
#include <vector>

#include "kiosk/document/document.h"

namespace kiosk::document {

// Indices into the blocks of the two; not both none.
struct Pair {
  std::optional<size_t> own, other;

  bool operator==(const Pair&) const = default;
};

// Every block of both once, each text in its order.
std::vector<Pair> pair_blocks(const Document& own, const Document& other);

}  // namespace kiosk::document

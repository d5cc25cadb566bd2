// The longest common run of kinds of blocks decides what belongs together, so that one paragraph more in one of the
// texts does not shift all that follows. What is left between two pairs is paired in order: a translator may have made
// a note of a paragraph.
#include "kiosk/document/pairing.h"

#include <algorithm>

namespace kiosk::document {
namespace {

bool alike(const Block& a, const Block& b) {
  return a.kind == b.kind && a.level == b.level && a.contact == b.contact && a.from == b.from;
}

// Cell (i, j): how many pairs the blocks from i and from j on can make.
std::vector<std::vector<size_t>> most_pairs(const std::vector<Block>& own, const std::vector<Block>& other) {
  std::vector<std::vector<size_t>> most(own.size() + 1, std::vector<size_t>(other.size() + 1));
  for (size_t i = own.size(); i-- > 0;) {
    for (size_t j = other.size(); j-- > 0;) {
      most[i][j] = std::max(most[i + 1][j], most[i][j + 1]);
      if (alike(own[i], other[j])) most[i][j] = std::max(most[i][j], most[i + 1][j + 1] + 1);
    }
  }
  return most;
}

// Words stand beside words; a contact, a picture and a box to tick only beside their own kind.
bool can_stand_beside(const Block& a, const Block& b) {
  auto is_words = [](const Block& block) {
    return block.kind != BlockKind::contact && block.kind != BlockKind::image && block.kind != BlockKind::check_item &&
           block.kind != BlockKind::explanation;
  };
  return a.kind == b.kind ? a.contact == b.contact : is_words(a) && is_words(b);
}

}  // namespace

std::vector<Pair> pair_blocks(const Document& own, const Document& other) {
  const std::vector<Block>&a = own.blocks, &b = other.blocks;
  const auto most = most_pairs(a, b);
  std::vector<Pair> pairs;
  size_t i = 0, j = 0;
  // Up to the next pair that is alike.
  auto pass = [&](size_t own_end, size_t other_end) {
    while (i < own_end && j < other_end && can_stand_beside(a[i], b[j])) pairs.push_back({i++, j++});
    while (i < own_end) pairs.push_back({i++, std::nullopt});
    while (j < other_end) pairs.push_back({std::nullopt, j++});
  };
  for (size_t x = 0, y = 0; x < a.size() && y < b.size();) {
    if (alike(a[x], b[y]) && most[x][y] == most[x + 1][y + 1] + 1) {
      pass(x, y);
      pairs.push_back({i++, j++});
      ++x, ++y;
    } else if (most[x][y] == most[x + 1][y]) {
      ++x;
    } else {
      ++y;
    }
  }
  pass(a.size(), b.size());
  return pairs;
}

}  // namespace kiosk::document

// What belongs together is the alignment of both texts that is worth most: two blocks of one kind are worth more than
// words beside words of another kind (a translator may have made a note of a paragraph), and those more than blocks
// that stand alone. So one paragraph more in one of the texts does not shift all that follows.
#include "kiosk/document/pairing.h"

#include <algorithm>

namespace kiosk::document {
namespace {

bool alike(const Block& a, const Block& b) {
  return a.kind == b.kind && a.level == b.level && a.contact == b.contact && a.from == b.from;
}

// Words stand beside words; a contact, a picture and a box to tick only beside their own kind.
bool can_stand_beside(const Block& a, const Block& b) {
  auto is_words = [](const Block& block) {
    return block.kind != BlockKind::contact && block.kind != BlockKind::image && block.kind != BlockKind::check_item &&
           block.kind != BlockKind::explanation;
  };
  return a.kind == b.kind ? a.contact == b.contact : is_words(a) && is_words(b);
}

int worth(const Block& a, const Block& b) { return alike(a, b) ? 3 : can_stand_beside(a, b) ? 1 : 0; }

// Cell (i, j): what the blocks from i and from j on can be worth.
std::vector<std::vector<int>> most_worth(const std::vector<Block>& own, const std::vector<Block>& other) {
  std::vector<std::vector<int>> most(own.size() + 1, std::vector<int>(other.size() + 1));
  for (size_t i = own.size(); i-- > 0;)
    for (size_t j = other.size(); j-- > 0;)
      most[i][j] = std::max({most[i + 1][j], most[i][j + 1], most[i + 1][j + 1] + worth(own[i], other[j])});
  return most;
}

}  // namespace

std::vector<Pair> pair_blocks(const Document& own, const Document& other) {
  const std::vector<Block>&a = own.blocks, &b = other.blocks;
  const auto most = most_worth(a, b);
  std::vector<Pair> pairs;
  size_t i = 0, j = 0;
  while (i < a.size() && j < b.size()) {
    int both = worth(a[i], b[j]);
    if (both > 0 && most[i][j] == most[i + 1][j + 1] + both)
      pairs.push_back({i++, j++});
    else if (most[i][j] == most[i + 1][j])
      pairs.push_back({i++, std::nullopt});
    else
      pairs.push_back({std::nullopt, j++});
  }
  while (i < a.size()) pairs.push_back({i++, std::nullopt});
  while (j < b.size()) pairs.push_back({std::nullopt, j++});
  return pairs;
}

}  // namespace kiosk::document

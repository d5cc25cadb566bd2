#include "kiosk/document/pairing.h"

#include <doctest/doctest.h>

#include "kiosk/document/markdown.h"

using namespace kiosk::document;

namespace {

std::vector<Pair> pairs(const char* own, const char* other) {
  auto a = parse_markdown(own), b = parse_markdown(other);
  REQUIRE(a.ok());
  REQUIRE(b.ok());
  return pair_blocks(*a, *b);
}

constexpr auto kNone = std::nullopt;

}  // namespace

TEST_CASE("two texts of the same blocks are paired one by one") {
  const std::vector<Pair> expected{{0, 0}, {1, 1}, {2, 2}, {3, 3}};
  CHECK(pairs("One.\n\n## Two\n\n- three\n- four\n", "Un.\n\n## Deux\n\n- trois\n- quatre\n") == expected);
}

TEST_CASE("a paragraph more in one text stands alone, and what follows is not shifted") {
  const std::vector<Pair> expected{{0, 0}, {1, kNone}, {2, 1}, {3, 2}};
  CHECK(pairs("One.\n\nMore.\n\n## Two\n\n1. three\n", "Un.\n\n## Deux\n\n1. trois\n") == expected);
  const std::vector<Pair> turned{{0, 0}, {kNone, 1}, {1, 2}, {2, 3}};
  CHECK(pairs("Un.\n\n## Deux\n\n1. trois\n", "One.\n\nMore.\n\n## Two\n\n1. three\n") == turned);
}

TEST_CASE("words that are another kind of block in the translation stand beside it all the same") {
  const std::vector<Pair> expected{{0, 0}, {1, 1}, {2, 2}};
  CHECK(pairs("> One.\n\n## Two\n\nThree.\n", "Un.\n\n## Deux\n\n- trois\n") == expected);
}

TEST_CASE("a contact stands beside the same contact only") {
  const std::vector<Pair> expected{{0, kNone}, {kNone, 0}};
  CHECK(pairs("[Line](contact:line)\n", "[Bureau](contact:office)\n") == expected);
}

TEST_CASE("no block of either text is lost, whatever they are") {
  const char* texts[] = {"", "One.\n", "## A\n\n- b\n- c\n\n> d\n", "- [ ] a\n  - b\n- [ ] c\n\n> [0] d\n\n> [1] e\n",
                         "1. a\n2. b\n\nc\n\n[Line](contact:line)\n\nd\n"};
  for (const char* own : texts) {
    for (const char* other : texts) {
      size_t i = 0, j = 0;
      for (const Pair& pair : pairs(own, other)) {
        CHECK((pair.own || pair.other));
        if (pair.own) CHECK(*pair.own == i++);
        if (pair.other) CHECK(*pair.other == j++);
      }
      CHECK(i == parse_markdown(own)->blocks.size());
      CHECK(j == parse_markdown(other)->blocks.size());
    }
  }
}

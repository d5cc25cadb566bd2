// Boxes to tick: what one tick means, and what a number of them means.
#include <doctest/doctest.h>

#include <string>

#include "kiosk/document/markdown.h"

namespace kiosk::document {
namespace {

Document page(const std::string& text) {
  auto document = parse_markdown(text);
  REQUIRE_MESSAGE(document.ok(), (document.ok() ? std::string() : document.error().message));
  return *document;
}

std::string problem(const std::string& text) {
  auto problems = read_markdown(text).problems;
  REQUIRE(problems.size() == 1);
  return std::to_string(problems.front().line) + ": " + problems.front().message;
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

constexpr const char* kBoxes = "- [ ] one\n  - It means this.\n- [ ] two\n- [ ] three\n\n";

}  // namespace

TEST_CASE("an item without a box under one with a box says what its tick means") {
  Document read = page(kBoxes);
  REQUIRE(read.blocks.size() == 4);
  CHECK(read.blocks[0].kind == BlockKind::check_item);
  CHECK(read.blocks[1].kind == BlockKind::explanation);
  CHECK(read.blocks[1].text() == "It means this.");
  CHECK(read.blocks[2].kind == BlockKind::check_item);
  CHECK(read.boxes() == 3);
  CHECK(page("- a\n  - b\n").blocks[1].kind == BlockKind::list_item);
}

TEST_CASE("notes that begin with a number in square brackets hold from so many ticks on") {
  Document read = page(std::string(kBoxes) + "> [0] none\n\n> [2] some\n\n> [all] **every** one\n>\n> and more\n");
  CHECK(read.blocks[4].kind == BlockKind::result);
  CHECK(read.blocks[4].text() == "none");
  CHECK(read.blocks[6].from == kAllTicks);
  CHECK(read.blocks[6].text() == "every one");
  CHECK(read.blocks[7].kind == BlockKind::result);  // the same note goes on
  CHECK(read.blocks[7].from == kAllTicks);
  CHECK(read.result_for(0) == 0);
  CHECK(read.result_for(1) == 0);
  CHECK(read.result_for(2) == 2);
  CHECK(read.result_for(3) == kAllTicks);
  CHECK(page(kBoxes).result_for(1) == std::nullopt);
  CHECK(page("> [0] none\n\n- [ ] one\n\n> [1] some\n").result_for(1) == 1);
}

TEST_CASE("a note about ticks needs boxes to tick, and one for no ticks") {
  std::string boxes = kBoxes;
  CHECK(holds(problem(boxes + "> [1] some\n"), "6: Someone who ticks no box is told nothing."));
  CHECK(holds(problem(boxes + "> [0] none\n\n> [4] many\n"), "8: This page has 3 boxes to tick."));
  CHECK(holds(problem("> [0] none\n\n> [all] all\n"), "3: This page has 0 boxes to tick."));
  CHECK(holds(problem(boxes + "> [few] some\n"), "6: \"[few]\" is not a number of ticks."));
  CHECK(holds(problem(boxes + "> [0] none\n> [2] some\n"),
              "7: A note for another number of ticks begins in the middle of one."));
  CHECK(holds(problem(boxes + "> [0]\n"), "Someone who ticks so many is told nothing."));
  CHECK(holds(problem(boxes + "> [0] none\n>\n> [1] some\n"), "This note is for two numbers of ticks."));
}

TEST_CASE("under a box to tick there is nothing but what the tick means") {
  CHECK(holds(problem("- [ ] one\n  - [ ] two\n"), "2: Under a box to tick, only say what the tick means."));
  CHECK(holds(problem("- [ ] one\n  1. two\n"), "2: Under a box to tick, only say what the tick means."));
}

}  // namespace kiosk::document

#include <doctest/doctest.h>

#include <string>

#include "kiosk/document/markdown.h"

namespace kiosk::document {
namespace {

std::vector<Block> blocks_of(const std::string& text) {
  auto document = parse_markdown(text);
  REQUIRE_MESSAGE(document.ok(), (document.ok() ? std::string() : document.error().message));
  return document->blocks;
}

std::string problems_of(const std::string& text) {
  std::string all;
  for (const Problem& problem : read_markdown(text).problems)
    all += std::to_string(problem.line) + ": " + problem.message + "\n";
  return all;
}

}  // namespace

TEST_CASE(
    "a drawing at the beginning of a step, tick, note, result or heading belongs to it and is not among its words") {
  auto blocks = blocks_of(
      "## ![](pictures/passport.svg) Papers\n\n"
      "1. ![A recruiter shows a paper](pictures/show-licence.svg) Ask to *see* it.\n"
      "2. ![](pictures/write-down.svg)\n   Write it down.\n\n"
      "- [ ] ![](pictures/copies.svg) Copies\n"
      "  - What a tick means.\n\n"
      "- ![](pictures/bus.svg) by bus\n\n"
      "> ![](pictures/no-licence.svg) Do not go.\n\n"
      "> ![](pictures/list-empty.svg) [0] Nothing yet.\n\n"
      "![](pictures/talk.svg) Talk to someone.\n");
  REQUIRE(blocks.size() == 9);
  CHECK(blocks[0].kind == BlockKind::heading);
  CHECK(blocks[0].picture == "passport");
  CHECK(blocks[0].text() == "Papers");
  CHECK(blocks[1].picture == "show-licence");
  CHECK(blocks[1].picture_words == "A recruiter shows a paper");
  CHECK(blocks[1].text() == "Ask to see it.");
  CHECK(blocks[1].number == 1);
  CHECK(blocks[2].picture == "write-down");
  CHECK(blocks[2].picture_words.empty());
  CHECK(blocks[2].text() == "Write it down.");
  CHECK(blocks[2].number == 2);
  CHECK(blocks[3].kind == BlockKind::check_item);
  CHECK(blocks[3].picture == "copies");
  CHECK(blocks[3].text() == "Copies");
  CHECK(blocks[4].picture.empty());
  CHECK(blocks[5].picture == "bus");
  CHECK(blocks[6].kind == BlockKind::note);
  CHECK(blocks[6].picture == "no-licence");
  CHECK(blocks[7].kind == BlockKind::result);
  CHECK(blocks[7].from == 0);
  CHECK(blocks[7].picture == "list-empty");
  CHECK(blocks[7].text() == "Nothing yet.");
  CHECK(blocks[8].kind == BlockKind::paragraph);
  CHECK(blocks[8].picture == "talk");
  CHECK(blocks[8].text() == "Talk to someone.");
}

TEST_CASE("a drawing on its own belongs to what comes next") {
  auto blocks = blocks_of(
      "First words.\n\n![What it shows](pictures/passport.svg)\n\n## Papers\n\n![](pictures/bus.svg)\n\n1. Go.\n2. "
      "Stay.\n");
  REQUIRE(blocks.size() == 4);
  CHECK(blocks[0].picture.empty());
  CHECK(blocks[1].picture == "passport");
  CHECK(blocks[1].picture_words == "What it shows");
  CHECK(blocks[2].picture == "bus");
  CHECK(blocks[2].number == 1);
  CHECK(blocks[3].picture.empty());
}

TEST_CASE("a drawing where none can be is refused with its line") {
  CHECK(problems_of("Words.\n\nWords ![](pictures/bus.svg) and more.\n")
            .starts_with("3: One drawing goes before the words"));
  CHECK(problems_of("![](pictures/bus.svg) ![](pictures/sea.svg) Words.\n").starts_with("1: One drawing goes before"));
  CHECK(problems_of("![](pictures/bus.svg)\n\n![](pictures/sea.svg)\n\nWords.\n")
            .starts_with("3: There are two drawings"));
  CHECK(problems_of("Words.\n\n![](pictures/bus.svg)\n").starts_with("3: Nothing follows this picture"));
  CHECK(problems_of("![](pictures/bus.svg)\n\n![](pictures/sea.svg) Words.\n")
            .starts_with("1: What follows this drawing"));
  CHECK(
      problems_of("![](pictures/bus.svg)\n\n[The line](contact:line)\n").starts_with("3: A drawing belongs to words"));
  CHECK(problems_of("![](pictures/bus.svg) ![Shown](media/a.png)\n").starts_with("1: A drawing belongs to words"));
  CHECK(problems_of("1. ![](pictures/bus.svg)\n").starts_with("1: The item has no words"));
  CHECK(problems_of("## ![](pictures/bus.svg)\n").starts_with("1: The heading has no words"));
  for (const char* name : {"bus.png", "Bus.svg", "../bus.svg", "parts/bus.svg", ".svg", "bus"})
    CHECK_MESSAGE(
        problems_of(std::string("![](pictures/") + name + ") Words.\n").find("is not a drawing") != std::string::npos,
        name);
}

}  // namespace kiosk::document

#include "kiosk/document/markdown.h"

#include <doctest/doctest.h>

#include <string>

namespace kiosk::document {
namespace {

std::vector<Block> blocks_of(const std::string& text) {
  auto document = parse_markdown(text);
  REQUIRE_MESSAGE(document.ok(), (document.ok() ? std::string() : document.error().message));
  return document->blocks;
}

}  // namespace

TEST_CASE("the example of the author's guide becomes its blocks, each with its line") {
  const auto blocks = blocks_of(
      "Short paragraphs. One idea in a sentence.\n"  // 1
      "\n"
      "## A heading\n"
      "\n"
      "- a list\n"  // 5
      "\n"
      "1. first step\n"
      "2. second step\n"
      "\n"
      "- [ ] a checklist: one thing to tick\n"  // 10
      "- [ ] another\n"
      "\n"
      "> A note stands out from the page.\n"
      "\n"
      "![What the picture shows](media/passport.png)\n"  // 15
      "\n"
      "[The line for children and women](contact:gbv-116)\n"
      "\n"
      "Read more: [Before you go](topic:before-you-go).\n");
  const std::vector<std::pair<BlockKind, int>> expected = {
      {BlockKind::paragraph, 1}, {BlockKind::heading, 3},     {BlockKind::list_item, 5},   {BlockKind::step, 7},
      {BlockKind::step, 8},      {BlockKind::check_item, 10}, {BlockKind::check_item, 11}, {BlockKind::note, 13},
      {BlockKind::image, 15},    {BlockKind::contact, 17},    {BlockKind::paragraph, 19},
  };
  REQUIRE(blocks.size() == expected.size());
  for (size_t i = 0; i < blocks.size(); ++i) {
    CHECK(blocks[i].kind == expected[i].first);
    CHECK(blocks[i].line == expected[i].second);
  }
  CHECK(blocks[0].text() == "Short paragraphs. One idea in a sentence.");
  CHECK(blocks[1].level == 2);
  CHECK(blocks[1].text() == "A heading");
  CHECK(blocks[3].number == 1);
  CHECK(blocks[4].number == 2);
  CHECK(blocks[5].text() == "a checklist: one thing to tick");
  CHECK(blocks[8].media == "passport.png");
  CHECK(blocks[8].text() == "What the picture shows");
  CHECK(blocks[9].contact == "gbv-116");
  CHECK(blocks[9].text() == "The line for children and women");
  REQUIRE(blocks[10].spans.size() == 3);
  CHECK(blocks[10].spans[0].text == "Read more: ");
  CHECK(blocks[10].spans[1].text == "Before you go");
  CHECK(blocks[10].spans[1].topic == "before-you-go");
  CHECK(blocks[10].spans[2].text == ".");
  CHECK(blocks[10].spans[2].topic.empty());
}

TEST_CASE("an empty text is an empty page") {
  CHECK(blocks_of("").empty());
  CHECK(blocks_of("\n \n\n").empty());
}

TEST_CASE("lines of a paragraph are joined by a blank, whichever way they end") {
  for (std::string text : {"one\ntwo\nthree", "one\r\ntwo\r\nthree\r\n", "one\rtwo\rthree"}) {
    const auto blocks = blocks_of(text);
    REQUIRE(blocks.size() == 1);
    CHECK(blocks[0].text() == "one two three");
  }
  const auto blocks = blocks_of("a\r\n\r\nb\r\n\r\n\r\nc");
  REQUIRE(blocks.size() == 3);
  CHECK(blocks[1].line == 3);
  CHECK(blocks[2].line == 6);
}

TEST_CASE("strong and emphasized words are spans of their own") {
  const auto blocks = blocks_of("Never give your **passport** to *anyone*, ***ever***.");
  REQUIRE(blocks.size() == 1);
  const std::vector<Span> expected = {{"Never give your ", Emphasis::none, ""},
                                      {"passport", Emphasis::strong, ""},
                                      {" to ", Emphasis::none, ""},
                                      {"anyone", Emphasis::emphasis, ""},
                                      {", ", Emphasis::none, ""},
                                      {"ever", Emphasis::strong, ""},
                                      {".", Emphasis::none, ""}};
  REQUIRE(blocks[0].spans.size() == expected.size());
  for (size_t i = 0; i < expected.size(); ++i) {
    CHECK(blocks[0].spans[i].text == expected[i].text);
    CHECK(blocks[0].spans[i].emphasis == expected[i].emphasis);
  }
}

TEST_CASE("lists nest, and each item knows how deep it is and which number it has") {
  const auto blocks = blocks_of("1. a\n   - b\n     - c\n   - d\n2. e\n\n3. f\n");
  REQUIRE(blocks.size() == 6);
  const int levels[] = {1, 2, 3, 2, 1, 1};
  const int numbers[] = {1, 0, 0, 0, 2, 3};
  const std::string words = "abcdef";
  for (size_t i = 0; i < 6; ++i) {
    CHECK(blocks[i].level == levels[i]);
    CHECK(blocks[i].number == numbers[i]);
    CHECK(blocks[i].text() == words.substr(i, 1));
  }
}

TEST_CASE("steps go on counting after a picture or a paragraph") {
  const auto blocks = blocks_of("1. a\n2. b\n\n![x](media/x.png)\n\n3. c\n");
  REQUIRE(blocks.size() == 4);
  CHECK(blocks[3].kind == BlockKind::step);
  CHECK(blocks[3].number == 3);
}

TEST_CASE("a note of two paragraphs is two notes") {
  const auto blocks = blocks_of("> one\n> still one\n>\n> two\n");
  REQUIRE(blocks.size() == 2);
  CHECK(blocks[0].kind == BlockKind::note);
  CHECK(blocks[0].text() == "one still one");
  CHECK(blocks[1].kind == BlockKind::note);
  CHECK(blocks[1].line == 4);
}

TEST_CASE("a sign after a backslash and an ampersand are themselves") {
  const auto blocks = blocks_of("2 \\* 3 & more: 5 > 4");
  REQUIRE(blocks.size() == 1);
  CHECK(blocks[0].text() == "2 * 3 & more: 5 > 4");
}

TEST_CASE("every script comes through untouched") {
  const std::string text =
      "رقم \u2066116\u2069 · ߒߞߏ · 𞤀𞤣𞤤𞤢𞤥 · ꕙꔤ · ɓɛ̀ · አማርኛ · l’aide";
  CHECK(blocks_of(text).at(0).text() == text);
}

}  // namespace kiosk::document

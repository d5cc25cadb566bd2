#include <doctest/doctest.h>

#include "kiosk/speech/reading.h"

using namespace kiosk;
using document::Block;
using document::BlockKind;

TEST_CASE("R2: a page is read out block by block, pictures by what they show, contacts left to their cards") {
  document::Document page;
  auto add = [&](BlockKind kind, std::string text) {
    Block block;
    block.kind = kind;
    if (!text.empty()) block.spans.push_back({std::move(text), document::Emphasis::none, ""});
    page.blocks.push_back(block);
  };
  add(BlockKind::heading, "Before you go");
  add(BlockKind::image, "A passport");
  add(BlockKind::contact, "The line");
  add(BlockKind::paragraph, " ");
  add(BlockKind::image, "");
  add(BlockKind::step, "Ask.");
  auto queue = speech::read_out(page, LanguageTag::of("fr"));
  REQUIRE(queue.size() == 3);
  CHECK(queue[0].id == "block-0");
  CHECK(queue[1].text == "A passport");
  CHECK(queue[2].id == "block-5");
  CHECK(queue[2].language == LanguageTag::of("fr"));
}

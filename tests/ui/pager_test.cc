// A column of blocks becomes pages.
#include "kiosk/ui/pager.h"

#include <algorithm>

#include "tests/ui/frame_stage.h"

using namespace kiosk;
using namespace kiosk::ui;
using test::block;
using test::FrameStage;

namespace {

const Rect kArea{0, 0, 600, 500};  // 120 x 100 mm

std::vector<size_t> sizes(const std::vector<std::vector<Box>>& pages) {
  std::vector<size_t> all;
  for (const auto& page : pages) all.push_back(page.size());
  return all;
}

std::string long_text() {
  std::string text;
  for (int i = 0; i < 120; ++i) text += "word" + std::to_string(i) + " ";
  return text;
}

}  // namespace

TEST_CASE("what fits on one page is one page, and nothing turns") {
  FrameStage stage;
  draw_pages(*stage.frame, kArea, {block("a", 48), block("b", 48)}, 0);
  Scene scene = stage.finish();
  CHECK(scene.pages->count == 1);
  CHECK_FALSE(scene.tree.find(kPageNext));
  CHECK_FALSE(scene.tree.find("page-number"));
}

TEST_CASE("blocks go over whole, and a heading goes with what it is the heading of") {
  FrameStage stage;
  std::vector<Box> blocks{block("a", 40), block("heading", 10).keep_with_next(), block("b", 50)};
  auto pages = break_into_pages(*stage.frame, blocks, Mm{4}, 600, 90 * 5);
  CHECK(sizes(pages) == std::vector<size_t>{1, 2});
}

TEST_CASE("a block that asks for a page of its own begins one") {
  FrameStage stage;
  Box own = block("b", 10);
  own.own_page = true;
  CHECK(sizes(break_into_pages(*stage.frame, {block("a", 10), own, block("c", 10)}, Mm{4}, 600, 500)) ==
        std::vector<size_t>{1, 2});
}

TEST_CASE("a text higher than a page breaks between lines, and no word of it is lost or said twice") {
  for (const char* language : {"en", "ar"}) {
    FrameStage stage({1280, 800, 5, 850}, language);
    std::string text = long_text(), read;
    auto pages =
        break_into_pages(*stage.frame, {words(accessibility::Role::text, "t", text, styles::kBody)}, Mm{4}, 600, 200);
    CHECK(pages.size() > 2);
    for (size_t i = 0; i < pages.size(); ++i) {
      FrameStage one({1280, 800, 5, 850}, language);
      float tall = column(pages[i]).height(*one.frame, 600);
      CHECK(tall <= 200.5f);
      column(pages[i]).draw(*one.frame, {0, 0, 600, tall});
      for (const accessibility::Node& node : one.finish().tree.nodes) read += node.name + " ";
    }
    auto no_spaces = [](std::string words) { return std::erase(words, ' '), words; };
    CHECK(no_spaces(read) == no_spaces(text));
  }
}

TEST_CASE("the row at the foot says where one is and turns; at the ends it turns one way only") {
  std::vector<Box> blocks{block("a", 70), block("b", 70), block("c", 70)};
  for (int page : {0, 1, 2}) {
    FrameStage stage;
    draw_pages(*stage.frame, kArea, blocks, page);
    Scene scene = stage.finish();
    CHECK(scene.pages->page == page);
    CHECK(scene.pages->count == 3);
    CHECK(scene.tree.find("page-number")->name == std::to_string(page + 1) + " of 3");
    CHECK((scene.tree.find(kPageBefore) != nullptr) == (page > 0));
    CHECK((scene.tree.find(kPageNext) != nullptr) == (page < 2));
    CHECK(scene.tree.find(page == 0 ? "a" : page == 1 ? "b" : "c"));
  }
}

TEST_CASE("the arrows are mirrored, and at least as large as a target") {
  FrameStage stage({1280, 800, 5, 850}, "ar");
  draw_pages(*stage.frame, kArea, {block("a", 70), block("b", 70), block("c", 70)}, 1);
  Scene scene = stage.finish();
  const accessibility::Node *before = scene.tree.find(kPageBefore), *next = scene.tree.find(kPageNext);
  CHECK(before->rect.x > next->rect.x);
  CHECK(before->icon_mirrored);
  for (const accessibility::Node* node : {before, next}) {
    CHECK(node->rect.height >= 20 * 5);
    CHECK(node->rect.width >= 20 * 5);
  }
}

TEST_CASE("a page that is not there any more is the last one") {
  FrameStage stage;
  draw_pages(*stage.frame, kArea, {block("a", 70), block("b", 70)}, 9);
  CHECK(stage.finish().pages->page == 1);
}

TEST_CASE("on an upright panel blocks may stand low, where a hand is, or fill the page") {
  FrameStage stage;
  draw_pages(*stage.frame, kArea, {block("a", 20)}, 0, {.stand = Stand::low});
  draw_pages(*stage.frame, kArea, {block("b", 20).grow()}, 0, {.stand = Stand::fill});
  Scene scene = stage.finish();
  CHECK(scene.tree.find("a")->rect == Rect{0, 400, 600, 100});
  CHECK(scene.tree.find("b")->rect == kArea);
}

TEST_CASE("a grid that is too high turns row by row and keeps its columns") {
  FrameStage stage;
  std::vector<Box> tiles;
  for (int i = 0; i < 8; ++i) tiles.push_back(block("t" + std::to_string(i), 30));
  draw_pages(*stage.frame, kArea, {grid(tiles, {.gap = Mm{4}, .least = Mm{50}, .most_columns = 2})}, 0);
  Scene scene = stage.finish();
  CHECK(scene.pages->count == 2);
  CHECK(scene.tree.find("t3"));
  CHECK_FALSE(scene.tree.find("t4"));
}

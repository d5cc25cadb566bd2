// Boxes come to stand where they should, in px of a panel with 5 px to the millimetre.
#include "kiosk/ui/layout.h"

#include "tests/ui/frame_stage.h"

using namespace kiosk;
using namespace kiosk::ui;
using test::block;
using test::FrameStage;

namespace {

Rect at(const Scene& scene, const char* id) {
  const accessibility::Node* node = scene.tree.find(id);
  REQUIRE_MESSAGE(node, id);
  return node->rect;
}

}  // namespace

TEST_CASE("a column stands one under the other with its gap, and says how high it is") {
  FrameStage stage;
  Box box = column({block("a", 10), block("b", 20)}, Mm{4});
  CHECK(box.height(*stage.frame, 500) == doctest::Approx(34 * 5));
  box.draw(*stage.frame, {100, 50, 500, 34 * 5});
  Scene scene = stage.finish();
  CHECK(at(scene, "a") == Rect{100, 50, 500, 50});
  CHECK(at(scene, "b") == Rect{100, 120, 500, 100});
}

TEST_CASE("what grows in a column shares the height that is left over") {
  FrameStage stage;
  column({block("a", 10).grow(1), block("b", 10), block("c", 10).grow(3)}, Mm{0}).draw(*stage.frame, {0, 0, 500, 350});
  Scene scene = stage.finish();
  CHECK(at(scene, "a").height == doctest::Approx(100));
  CHECK(at(scene, "b").height == doctest::Approx(50));
  CHECK(at(scene, "c") == Rect{0, 150, 500, 200});
}

TEST_CASE("a row gives fixed cells their width and shares out the rest, all as high as the highest") {
  FrameStage stage;
  Box box = row({fixed(Mm{20}, block("a", 10)), grow(block("b", 30)), grow(block("c", 5), 2)}, Mm{4});
  CHECK(box.height(*stage.frame, 740) == doctest::Approx(150));
  box.draw(*stage.frame, {0, 0, 740, 150});
  Scene scene = stage.finish();
  CHECK(at(scene, "a") == Rect{0, 0, 100, 150});
  CHECK(at(scene, "b") == Rect{120, 0, 200, 150});
  CHECK(at(scene, "c") == Rect{340, 0, 400, 150});
}

TEST_CASE("a cell is never narrower than its least and never wider than its most") {
  FrameStage stage;
  Cell most = grow(block("b", 10));
  most.at_most = Mm{20};
  row({grow(block("a", 10, 100)), most}, Mm{0}).draw(*stage.frame, {0, 0, 600, 50});
  Scene scene = stage.finish();
  CHECK(at(scene, "a").width >= 500);
  CHECK(at(scene, "b").width <= 100);
}

TEST_CASE("a row without room becomes a column") {
  FrameStage stage;
  Box box = row({grow(block("a", 10, 60)), grow(block("b", 10, 60))}, Mm{4});
  CHECK(box.height(*stage.frame, 500) == doctest::Approx(24 * 5));
  box.draw(*stage.frame, {0, 0, 500, 120});
  Scene scene = stage.finish();
  CHECK(at(scene, "b") == Rect{0, 70, 500, 50});
}

TEST_CASE("a grid has as many columns as have room, equal cells, and rows as high as their highest") {
  FrameStage stage;
  std::vector<Box> boxes{block("a", 10), block("b", 20), block("c", 10), block("d", 10)};
  Box box = grid(boxes, {.gap = Mm{4}, .least = Mm{40}, .most_columns = 3});
  CHECK(box.height(*stage.frame, 640) == doctest::Approx(34 * 5));
  box.draw(*stage.frame, {0, 0, 640, 170});
  Scene scene = stage.finish();
  CHECK(at(scene, "a") == Rect{0, 0, 200, 100});
  CHECK(at(scene, "c") == Rect{440, 0, 200, 100});
  CHECK(at(scene, "d") == Rect{0, 120, 200, 50});
}

TEST_CASE("a grid that is given more height shares it among its rows") {
  FrameStage stage;
  grid({block("a", 10), block("b", 10)}, {.gap = Mm{4}, .columns = 1}).draw(*stage.frame, {0, 0, 300, 220});
  Scene scene = stage.finish();
  CHECK(at(scene, "a").height == doctest::Approx(100));
  CHECK(at(scene, "b") == Rect{0, 120, 300, 100});
}

TEST_CASE("start and end are mirrored where one reads from the right") {
  FrameStage stage({1280, 800, 5, 850}, "ar");
  row({fixed(Mm{20}, block("a", 10)), grow(block("b", 10))}, Mm{4}).draw(*stage.frame, {0, 0, 620, 50});
  Scene scene = stage.finish();
  CHECK(at(scene, "a") == Rect{1180, 0, 100, 50});
  CHECK(at(scene, "b") == Rect{660, 0, 500, 50});
}

TEST_CASE("the parts of a stack have the same place") {
  FrameStage stage;
  stack({block("a", 10), block("b", 30)}).draw(*stage.frame, {5, 5, 100, 150});
  Scene scene = stage.finish();
  CHECK(at(scene, "a") == at(scene, "b"));
}

TEST_CASE("padding, limits and the middle of a place") {
  FrameStage stage;
  CHECK(padded(Mm{2}, Mm{3}, block("a", 10)).height(*stage.frame, 100) == doctest::Approx(16 * 5));
  CHECK(at_least(Mm{20}, block("a", 10)).height(*stage.frame, 100) == doctest::Approx(100));
  at_most(Mm{40}, block("a", 10), text::Align::center).draw(*stage.frame, {0, 0, 400, 50});
  middle(block("b", 10)).draw(*stage.frame, {0, 0, 400, 150});
  Scene scene = stage.finish();
  CHECK(at(scene, "a") == Rect{100, 0, 200, 50});
  CHECK(at(scene, "b") == Rect{0, 50, 400, 50});
}

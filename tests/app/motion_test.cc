// What moves and what it says by that, on the pixels that are really drawn; and when nothing may move.
#include <doctest/doctest.h>

#include <cmath>
#include <optional>

#include "tests/app/eye.h"

using namespace kiosk;
using accessibility::Node;
using app::TouchPhase;

namespace {

const ui::Panel& ten_inches() { return test::panels()[1].panel; }

app::Session on_page(const char* tag, screens::Screen screen, const std::string& argument) {
  return test::session_on(LanguageTag::of(tag), screen, argument);
}

void tap(app::Kiosk& kiosk, const std::string& id, double seconds) {
  const Node* node = kiosk.scene().tree.find(id);
  REQUIRE_MESSAGE(node, "no " << id);
  const Rect at = node->rect;
  for (TouchPhase phase : {TouchPhase::down, TouchPhase::up})
    kiosk.touch({phase, 0, at.x + at.width / 2, at.y + at.height / 2}, seconds);
}

bool same_pixels(const graphics::Image& a, const graphics::Image& b, const Rect& area) {
  for (int y = int(area.y); y < int(area.bottom()); ++y)
    for (int x = int(area.x); x < int(area.right()); ++x)
      for (int c = 0; c < 3; ++c)
        if (a.rgba[(size_t(y) * a.width + x) * 4 + c] != b.rgba[(size_t(y) * b.width + x) * 4 + c]) return false;
  return true;
}

// By how many pixels `moved` shows the page of `rest` further right; none: it does not show it.
std::optional<int> shift_of(const graphics::Image& moved, const graphics::Image& rest, const Rect& area) {
  const int wide = int(area.width);
  for (int shift = -wide * 3 / 4; shift <= wide * 3 / 4; ++shift) {
    Rect part{area.x + std::max(0, shift), area.y, area.width - std::abs(shift), area.height};
    bool same = true;
    for (int y = int(part.y); same && y < int(part.bottom()); y += 3)
      for (int x = int(part.x); same && x < int(part.right()); ++x)
        same = std::abs(int(moved.rgba[(size_t(y) * moved.width + x) * 4]) -
                        int(rest.rgba[(size_t(y) * rest.width + x - shift) * 4])) < 4;
    if (same) return shift;
  }
  return std::nullopt;
}

// What the page is drawn in, without the row that turns.
Rect words_of(const ui::Scene& scene) {
  Rect area = scene.tree.page_area;
  area.height = scene.tree.find("page-number")->rect.y - area.y - 12 * scene.tree.panel.px_per_mm;
  return {std::ceil(area.x), std::ceil(area.y), std::floor(area.width), std::floor(area.height)};
}

}  // namespace

TEST_CASE("a page slides in from the side on which reading goes on, and stands after 150 ms") {
  test::Eye eye(ten_inches());
  for (const char* tag : {"en", "ar"}) {
    eye.look_afresh(on_page(tag, screens::Screen::topic, "before-you-go"));
    eye.kiosk().frame_took(0.01);
    tap(eye.kiosk(), "page-next", 0);
    eye.draw();
    const accessibility::Tree first = eye.kiosk().scene().tree;
    eye.wait(0.04);
    const graphics::Image moving = eye.image;
    CHECK(eye.kiosk().dirty());
    eye.wait(0.2);
    CHECK_FALSE(eye.kiosk().dirty());
    const ui::Scene& rest = eye.kiosk().scene();
    std::optional<int> shift = shift_of(moving, eye.image, words_of(rest));
    REQUIRE(shift);
    const int way = std::string(tag) == "ar" ? -1 : 1;
    CHECK(*shift * way > 50);
    // A hand finds everything at its place from the first frame on.
    REQUIRE(first.nodes.size() == rest.tree.nodes.size());
    for (size_t i = 0; i < first.nodes.size(); ++i) {
      CHECK(first.nodes[i].id == rest.tree.nodes[i].id);
      CHECK(first.nodes[i].rect == rest.tree.nodes[i].rect);
    }
    tap(eye.kiosk(), "page-before", eye.seconds());
    eye.wait(0.05);
    const graphics::Image back = eye.image;
    eye.wait(0.2);
    shift = shift_of(back, eye.image, words_of(eye.kiosk().scene()));
    REQUIRE(shift);
    CHECK(*shift * way < -50);
  }
}

TEST_CASE("what does not turn stands still while a page slides") {
  test::Eye eye(ten_inches());
  eye.look_afresh(on_page("en", screens::Screen::topic, "before-you-go"));
  eye.kiosk().frame_took(0.01);
  tap(eye.kiosk(), "page-next", 0);
  eye.wait(0.04);
  const graphics::Image moving = eye.image;
  eye.wait(0.2);
  const Rect area = eye.kiosk().scene().tree.page_area;
  CHECK(same_pixels(moving, eye.image, {0, 0, float(moving.width), std::floor(area.y)}));
  CHECK(same_pixels(moving, eye.image, {0, 0, std::floor(area.x), float(moving.height)}));
  CHECK_FALSE(same_pixels(moving, eye.image, words_of(eye.kiosk().scene())));
}

TEST_CASE("a number grows out of its card into its page") {
  test::Eye eye(ten_inches());
  eye.look_afresh(on_page("en", screens::Screen::contact, "gbv-116"));
  const Rect digits = eye.kiosk().scene().tree.find("number-0")->rect;
  eye.kiosk().frame_took(0.01);
  tap(eye.kiosk(), "large-0", 0);
  eye.wait(0.02);
  const graphics::Image growing = eye.image;
  eye.wait(0.2);
  const Rect area = eye.kiosk().scene().tree.page_area;
  const Colour paper = eye.kiosk().scene().paper;
  auto is_paper = [&](float x, float y) {
    const uint8_t* pixel = &growing.rgba[(size_t(y) * growing.width + size_t(x)) * 4];
    return Colour{pixel[0], pixel[1], pixel[2]} == paper;
  };
  CHECK_FALSE(same_pixels(growing, eye.image, area));
  // The plate grows out of the digits: its edge is on the way from theirs to the page's, and the far corner is empty.
  const float left = 1 - 0.02f / 0.15f;
  const Rect plate = ui::between(digits, area, 1 - left * left * left);
  CHECK_FALSE(is_paper(std::round(plate.x) + 2, plate.y + plate.height / 2));
  CHECK(is_paper(area.right() - 3, area.bottom() - 3));
  CHECK_FALSE(eye.kiosk().dirty());
}

TEST_CASE("a tick swells and settles, and nothing else of its page moves") {
  test::Eye eye(ten_inches());
  eye.look_afresh(on_page("en", screens::Screen::topic, "is-this-offer-honest"));
  auto first_box = [&]() -> const Node* {
    for (const Node& node : eye.kiosk().scene().tree.nodes)
      if (node.role == accessibility::Role::check_box) return &node;
    return nullptr;
  };
  while (!first_box()) tap(eye.kiosk(), "page-next", eye.seconds()), eye.wait(1);
  const std::string id = first_box()->id;
  eye.kiosk().frame_took(0.01);
  tap(eye.kiosk(), id, eye.seconds());
  eye.draw();
  const graphics::Image swollen = eye.image;
  eye.wait(0.2);
  const Node* box = eye.kiosk().scene().tree.find(id);
  REQUIRE(box);
  CHECK(box->state.checked);
  const Rect icon = box->icon_rect, around = icon.inset(-icon.width * 0.3f);
  CHECK_FALSE(same_pixels(swollen, eye.image, around));
  const Rect area = eye.kiosk().scene().tree.page_area;
  CHECK(same_pixels(swollen, eye.image, {area.x, area.y, area.width, std::floor(around.y - area.y)}));
  CHECK(same_pixels(
      swollen, eye.image,
      {area.x, std::ceil(around.bottom()), area.width, std::floor(area.bottom() - std::ceil(around.bottom()))}));
}

TEST_CASE("nothing moves after a slow frame, with less motion, or while the voice leads") {
  struct Way {
    const char* name;
    bool reduced;
    double frame;
    bool by_ear, moves;
  };
  for (const Way& way : {Way{"a quick frame", false, 0.01, false, true}, Way{"a slow frame", false, 0.03, false, false},
                         Way{"less motion", true, 0.01, false, false}, Way{"by ear", false, 0.01, true, false}}) {
    app::Kiosk::Parts parts = test::tour().parts(ten_inches());
    parts.config.reduced_motion = way.reduced;
    app::Kiosk kiosk(std::move(parts), 0);
    kiosk.set_session(on_page("en", screens::Screen::topic, "before-you-go"));
    kiosk.draw(nullptr, 0);
    if (way.by_ear) {
      kiosk.key(app::Key::help, 0);
      kiosk.draw(nullptr, 0);
    }
    kiosk.frame_took(way.frame);
    kiosk.turn_page(true, 0.1);  // by the wheel: a key would start the voice
    kiosk.draw(nullptr, 0);
    CHECK_MESSAGE(kiosk.session().here().page == 1, std::string(way.name));
    if (!way.by_ear) CHECK_MESSAGE(kiosk.dirty() == way.moves, std::string(way.name));
    CHECK_MESSAGE((kiosk.next_tick() < 0.1 + 0.02) == way.moves, std::string(way.name));
  }
}

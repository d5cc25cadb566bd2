// What a frame draws again: never less than what differs, and no more than the box round it.
#include <doctest/doctest.h>
#include <imgui.h>

#include <functional>

#include "kiosk/graphics/damage.h"

using namespace kiosk::graphics;

namespace {

constexpr int kWidth = 400, kHeight = 300;

// Frames drawn with ImGui, as the program draws them.
class Frames {
 public:
  Frames() {
    ImGui::CreateContext();
    ImGui::GetIO().IniFilename = nullptr;
    ImGui::GetIO().DisplaySize = {kWidth, kHeight};
    unsigned char* pixels = nullptr;
    int width = 0, height = 0;
    ImGui::GetIO().Fonts->GetTexDataAsAlpha8(&pixels, &width, &height);
  }
  ~Frames() { ImGui::DestroyContext(); }

  PixelRect next(const std::function<void(ImDrawList&)>& draw, int age = 1) {
    ImGui::NewFrame();
    draw(*ImGui::GetBackgroundDrawList());
    ImGui::Render();
    return damage.next(*ImGui::GetDrawData(), kWidth, kHeight, age);
  }

  Damage damage;
};

// Three tiles; `pressed` is darker.
std::function<void(ImDrawList&)> tiles(int pressed) {
  return [pressed](ImDrawList& list) {
    for (int i = 0; i < 3; ++i) {
      float left = 20 + 120 * static_cast<float>(i);
      list.AddRectFilled({left, 100}, {left + 100, 200}, i == pressed ? 0xFF202020 : 0xFFE0E0E0, 8);
    }
  };
}

const PixelRect kAll{0, 0, kWidth, kHeight};

bool holds(const PixelRect& outer, const PixelRect& inner) { return outer.joined(inner) == outer; }

}  // namespace

TEST_CASE("the first frame is drawn whole, and one like it not at all") {
  Frames frames;
  CHECK(frames.next(tiles(-1)) == kAll);
  CHECK(frames.next(tiles(-1)).empty());
}

TEST_CASE("a pressed tile draws that tile and nothing beside it") {
  Frames frames;
  frames.next(tiles(-1));
  PixelRect region = frames.next(tiles(1));
  CHECK(holds(region, {140, 100, 240, 200}));
  CHECK(holds({136, 96, 244, 204}, region));
}

TEST_CASE("what comes and what goes are both drawn") {
  Frames frames;
  auto ring = [](float left) {
    return [left](ImDrawList& list) {
      tiles(-1)(list);
      list.AddRect({left, 20}, {left + 30, 50}, 0xFF000000);
    };
  };
  frames.next(ring(10));
  PixelRect region = frames.next(ring(300));
  CHECK(holds(region, {10, 20, 40, 50}));
  CHECK(holds(region, {300, 20, 330, 50}));
  CHECK(holds({5, 15, 335, 55}, region));
}

TEST_CASE("a buffer two frames old gets the changes of both") {
  Frames frames;
  frames.next(tiles(-1));
  frames.next(tiles(0), 1);
  PixelRect region = frames.next(tiles(2), 2);
  CHECK(holds(region, {20, 100, 120, 200}));
  CHECK(holds(region, {260, 100, 360, 200}));
}

TEST_CASE("a buffer of unknown content, of another size or older than is remembered is drawn whole") {
  Frames frames;
  frames.next(tiles(-1));
  CHECK(frames.next(tiles(1), 0) == kAll);
  CHECK(frames.next(tiles(1), 9) == kAll);
  ImGui::GetIO().DisplaySize = {kWidth / 2, kHeight};
  ImGui::NewFrame();
  ImGui::Render();
  CHECK(frames.damage.next(*ImGui::GetDrawData(), kWidth / 2, kHeight, 1) == PixelRect{0, 0, kWidth / 2, kHeight});
}

TEST_CASE("after textures have changed all is drawn") {
  Frames frames;
  frames.next(tiles(-1));
  frames.damage.forget();
  CHECK(frames.next(tiles(-1)) == kAll);
}

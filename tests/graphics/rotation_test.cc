// A turned picture holds the same pixels in other places, and a finger is taken back to where it belongs.
#include <doctest/doctest.h>
#include <imgui.h>

#include <functional>

#include "kiosk/graphics/offscreen.h"
#include "kiosk/graphics/renderer.h"

using namespace kiosk;
using namespace kiosk::graphics;

namespace {

constexpr int kWidth = 60, kHeight = 40;
const std::vector<Rotation> kAll{Rotation::none, Rotation::quarter, Rotation::half, Rotation::three_quarters};

// Three plates of different colours, none of which lies the same when it is turned or mirrored.
Image drawn(Rotation rotation, const PixelRect& region) {
  auto [width, height] = turned_size(rotation, kWidth, kHeight);
  auto context = Offscreen::create(width, height);
  REQUIRE_MESSAGE(context.ok(), context.error().message);
  auto renderer = Renderer::create();
  REQUIRE(renderer.ok());
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.DisplaySize = {kWidth, kHeight};
  unsigned char* pixels = nullptr;
  int atlas_width = 0, atlas_height = 0;
  io.Fonts->GetTexDataAsAlpha8(&pixels, &atlas_width, &atlas_height);
  io.Fonts->SetTexID(reinterpret_cast<ImTextureID>(kPlain));
  ImGui::NewFrame();
  ImDrawList& list = *ImGui::GetBackgroundDrawList();
  list.AddRectFilled({5, 5}, {25, 12}, IM_COL32(200, 0, 0, 255));
  list.AddRectFilled({40, 5}, {50, 30}, IM_COL32(0, 200, 0, 255));
  list.PushClipRect({0, 20}, {18, 40});
  list.AddRectFilled({10, 10}, {30, 38}, IM_COL32(0, 0, 200, 255));
  list.PopClipRect();
  ImGui::Render();
  (*renderer)->draw(*ImGui::GetDrawData(), kWidth, kHeight, {255, 255, 255}, {0, 0, kWidth, kHeight}, rotation);
  (*renderer)->draw(*ImGui::GetDrawData(), kWidth, kHeight, {0, 0, 0}, region, rotation);
  Image image = (*renderer)->read(width, height);
  ImGui::DestroyContext();
  return image;
}

std::array<uint8_t, 4> at(const Image& image, int x, int y) {
  const uint8_t* pixel = &image.rgba[(size_t(y) * size_t(image.width) + size_t(x)) * 4];
  return {pixel[0], pixel[1], pixel[2], pixel[3]};
}

}  // namespace

TEST_CASE("a turned picture is the same picture turned clockwise, in what is drawn, clipped and redrawn") {
  const PixelRect region{30, 2, 55, 22};  // drawn a second time on black paper
  Image upright = drawn(Rotation::none, region);
  REQUIRE(at(upright, 45, 20) == std::array<uint8_t, 4>{0, 200, 0, 255});
  REQUIRE(at(upright, 14, 30) == std::array<uint8_t, 4>{0, 0, 200, 255});
  REQUIRE(at(upright, 22, 30) == std::array<uint8_t, 4>{255, 255, 255, 255});
  REQUIRE(at(upright, 35, 15) == std::array<uint8_t, 4>{0, 0, 0, 255});
  for (Rotation rotation : kAll) {
    Image turned = drawn(rotation, region);
    int differing = 0;
    for (int y = 0; y < kHeight; ++y) {
      for (int x = 0; x < kWidth; ++x) {
        PixelRect place = to_screen(rotation, {x, y, x + 1, y + 1}, turned.width, turned.height);
        differing += at(turned, place.left, place.top) != at(upright, x, y);
      }
    }
    CHECK(differing == 0);
  }
  // A quarter turn brings the upper left corner to the upper right one.
  CHECK(to_screen(Rotation::quarter, {0, 0, 1, 1}, kHeight, kWidth) == PixelRect{kHeight - 1, 0, kHeight, 1});
}

TEST_CASE("a finger on the turned picture is where it sees itself") {
  for (Rotation rotation : kAll) {
    auto [width, height] = turned_size(rotation, kWidth, kHeight);
    PixelRect place = to_screen(rotation, {10, 30, 12, 32}, width, height);
    auto [x, y] = to_logical(rotation, float(place.left + place.right) / 2, float(place.top + place.bottom) / 2,
                             float(width), float(height));
    CHECK(x == 11);
    CHECK(y == 31);
  }
}

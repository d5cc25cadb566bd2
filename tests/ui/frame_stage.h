// A frame without a window: real text, no pixels.
#pragma once

#include <doctest/doctest.h>

#include <memory>

#include "kiosk/ui/layout.h"
#include "tests/support/source_path.h"

namespace kiosk::test {

struct FrameStage {
  explicit FrameStage(ui::Panel panel = {1280, 800, 5.0f, 850}, const char* language = "en", float text_scale = 1) {
    static std::unique_ptr<text::Engine> shared = [] {
      auto made = text::Engine::create(source_path("assets/fonts.conf"));
      REQUIRE_MESSAGE(made.ok(), made.error().message);
      return *std::move(made);
    }();
    bool mirrored = LanguageTag::of(language).direction() == Direction::right_to_left;
    painter = std::make_unique<ui::Painter>(*shared, nullptr, 0, mirrored ? static_cast<float>(panel.width) : 0);
    ui::Frame::Inputs inputs;
    inputs.panel = panel;
    inputs.settings.language = LanguageTag::of(language);
    inputs.settings.text_scale = text_scale;
    inputs.words = &words;
    inputs.pictures = [](const std::string&) -> std::optional<ui::Picture> { return std::nullopt; };
    frame = std::make_unique<ui::Frame>(*painter, std::move(inputs), "test", "");
  }

  ui::Scene finish() { return std::move(*frame).finish(); }

  ui::Words words;
  std::unique_ptr<ui::Painter> painter;
  std::unique_ptr<ui::Frame> frame;
};

// A box of a given size that leaves a node, so that it can be seen where it came to stand.
inline ui::Box block(const std::string& id, float height_mm, float least_mm = 0) {
  ui::Box box;
  box.height = [=](ui::Frame& frame, float) { return frame.mm(height_mm); };
  box.least = [=](ui::Frame& frame) { return frame.mm(least_mm); };
  box.draw = [=](ui::Frame& frame, const Rect& at) { frame.node(accessibility::Role::text, id, id, at); };
  return box;
}

}  // namespace kiosk::test

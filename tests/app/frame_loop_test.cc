// The loop that sleeps, draws and presents, with a window that is none.
#include <doctest/doctest.h>

#include "kiosk/app/frame_loop.h"
#include "kiosk/graphics/offscreen.h"
#include "tests/support/memory_catalog.h"

using namespace kiosk;
using namespace kiosk::app;

namespace {

class PretendedWindow final : public Window {
 public:
  void listen(Listener) override {}
  int width() const override { return 320; }
  int height() const override { return 200; }
  std::optional<float> px_per_mm() const override { return std::nullopt; }
  int buffer_age() const override { return 0; }
  void present() override { ++frames; }
  void wait(double) override { ++waits; }
  void wake() override {}
  bool closed() const override { return waits >= 3; }
  bool graphics_lost() const override { return frames >= lost_after; }

  int frames = 0, waits = 0, lost_after = 1000;
};

LoopEnd run(PretendedWindow& window) {
  auto context = graphics::Offscreen::create(window.width(), window.height());
  REQUIRE_MESSAGE(context.ok(), context.error().message);
  auto engine = text::Engine::create(KIOSK_SOURCE_DIR "/assets/fonts.conf");
  REQUIRE(engine.ok());
  auto stage = Stage::create(**engine);
  REQUIRE(stage.ok());
  test::MemoryCatalog catalog = test::small_catalog();
  Kiosk::Parts parts;
  parts.engine = engine->get();
  parts.catalog = &catalog;
  parts.now = [] { return screens::Moment{}; };
  parts.pictures = [](const std::string&) -> std::optional<ui::Picture> { return std::nullopt; };
  Kiosk kiosk(std::move(parts), steady_seconds());
  auto panel_at = [](int width, int height) { return ui::Panel{width, height, 2, 850}; };
  return run_frame_loop(window, **stage, kiosk, panel_at, {});
}

}  // namespace

TEST_CASE("a graphics device that was reset ends the program, because nothing it draws would be seen") {
  PretendedWindow window;
  window.lost_after = 1;
  CHECK(run(window) == LoopEnd::graphics_lost);
  CHECK(window.frames == 1);
}

TEST_CASE("a window that nothing happens in gets its frame and is left alone") {
  PretendedWindow window;
  CHECK(run(window) == LoopEnd::closed);
  CHECK(window.frames >= 1);
}

// The loop that sleeps, draws and presents, with a window that is none.
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <thread>

#include "kiosk/app/frame_loop.h"
#include "kiosk/graphics/offscreen.h"
#include "tests/support/memory_catalog.h"
#include "tests/support/source_path.h"

using namespace kiosk;
using namespace kiosk::app;

namespace {

class PretendedWindow final : public Window {
 public:
  void listen(Listener listener) override { listener_ = std::move(listener); }
  void turn(graphics::Rotation) override {}
  int width() const override { return size; }
  int height() const override { return size * 5 / 8; }
  std::optional<float> px_per_mm() const override { return density; }
  int buffer_age() const override { return 0; }
  void present() override { ++frames; }
  void wait(double seconds) override {
    std::this_thread::sleep_for(std::chrono::duration<double>(std::min(seconds, 0.05)));
    ++waits;
    if (happens) happens(waits);
  }
  void wake() override {}
  bool closed() const override { return waits >= 6; }
  bool graphics_lost() const override { return frames >= lost_after; }
  bool disconnected() const override { return waits >= cut_after; }

  // What a window tells when what was drawn is gone.
  void damage() { listener_.damaged(); }

  std::function<void(int waits)> happens;
  int size = 320;
  std::optional<float> density;
  int frames = 0, waits = 0, lost_after = 1000, cut_after = 1000;

 private:
  Listener listener_;
};

struct Ran {
  LoopEnd end;
  float px_per_mm;  // by which the last frame was laid out
};

Ran run(PretendedWindow& window) {
  auto context = graphics::Offscreen::create(window.width(), window.height());
  REQUIRE_MESSAGE(context.ok(), context.error().message);
  auto engine = text::Engine::create(test::source_path("assets/fonts.conf"));
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
  float px_per_mm = 0;
  auto panel_at = [&](int width, int height) {
    return ui::Panel{width, height, px_per_mm = window.px_per_mm().value_or(2), 850};
  };
  LoopEnd end = run_frame_loop(window, **stage, kiosk, panel_at, {});
  return {end, px_per_mm};
}

}  // namespace

TEST_CASE("a display that has ended the connection ends the program, and is not waited for again") {
  PretendedWindow window;
  window.cut_after = 2;
  CHECK(run(window).end == LoopEnd::disconnected);
  CHECK(window.waits == 2);
}

TEST_CASE("a graphics device that was reset ends the program, because nothing it draws would be seen") {
  PretendedWindow window;
  window.lost_after = 1;
  CHECK(run(window).end == LoopEnd::graphics_lost);
  CHECK(window.frames == 1);
}

TEST_CASE("a window in which nothing happens gets its frame, and then the loop sleeps") {
  PretendedWindow window;
  CHECK(run(window).end == LoopEnd::closed);
  CHECK(window.frames >= 1);
  CHECK(window.frames < window.waits - 2);  // one for the first layout, and one if a greeting turned meanwhile
}

TEST_CASE(
    "no picture is drawn while there is no monitor, and the whole picture as soon as there is one, by its own size") {
  PretendedWindow window;
  int without = 0;
  window.happens = [&](int waits) {
    if (waits == 2) window.size = 0, window.damage();
    if (waits == 3) without = window.frames;
    if (waits == 4) {
      CHECK(window.frames == without);
      window.size = 320;
      window.density = 3;
      window.damage();
    }
  };
  CHECK(run(window).px_per_mm == 3);
  CHECK(window.frames > without);
}

TEST_CASE(
    "a monitor that tells its size only when it is switched on is believed, though the picture is as large as before") {
  PretendedWindow window;
  window.happens = [&](int waits) {
    if (waits == 3) window.density = 5, window.damage();
  };
  CHECK(run(window).px_per_mm == 5);
}

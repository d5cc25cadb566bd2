// A kiosk with the starter catalog, and the pixels that it really drew.
#pragma once

#include <doctest/doctest.h>

#include <memory>

#include "kiosk/app/stage.h"
#include "kiosk/graphics/offscreen.h"
#include "tests/app/tour_fixture.h"

namespace kiosk::test {

class Eye {
 public:
  explicit Eye(const ui::Panel& panel) : panel_(panel), context_(make_context(panel)), stage_(make_stage()) {
    kiosk_ = tour().kiosk(panel);
  }

  const ui::Scene& look(const app::Session& session) {
    kiosk_->set_session(session);
    return draw();
  }

  // As a kiosk that was just started.
  const ui::Scene& look_afresh(const app::Session& session) {
    kiosk_ = tour().kiosk(panel_);
    seconds_ = 0;
    return look(session);
  }

  // Draws what is there now.
  const ui::Scene& draw() {
    const ui::Scene& scene = stage_->draw(*kiosk_, panel_.width, panel_.height);
    image = stage_->read(panel_.width, panel_.height);
    return scene;
  }

  app::Kiosk& kiosk() { return *kiosk_; }
  double seconds() const { return seconds_; }

  // No one touches it for so long.
  void wait(double seconds) {
    kiosk_->tick(seconds_ += seconds);
    draw();
  }

  Colour at(int x, int y) const {
    const uint8_t* pixel = &image.rgba[(size_t(y) * image.width + x) * 4];
    return {pixel[0], pixel[1], pixel[2]};
  }

  graphics::Image image;

 private:
  static std::unique_ptr<graphics::Offscreen> make_context(const ui::Panel& panel) {
    auto made = graphics::Offscreen::create(panel.width, panel.height);
    REQUIRE_MESSAGE(made.ok(), made.error().message);
    return *std::move(made);
  }
  std::unique_ptr<app::Stage> make_stage() {
    auto made = app::Stage::create(tour().engine());
    REQUIRE_MESSAGE(made.ok(), made.error().message);
    return *std::move(made);
  }

  ui::Panel panel_;
  std::unique_ptr<graphics::Offscreen> context_;
  std::unique_ptr<app::Stage> stage_;
  std::unique_ptr<app::Kiosk> kiosk_;
  double seconds_ = 0;
};

}  // namespace kiosk::test

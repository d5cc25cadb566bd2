// A kiosk on a ten-inch panel with a small catalog, used by a finger that turns the page to what it is after, on a
// virtual clock. For tests of what staff do.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>

#include "kiosk/app/kiosk.h"
#include "tests/support/memory_catalog.h"
#include "tests/support/source_path.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::test {

class TouchedKiosk {
 public:
  // What all of them are made of; the rest is added before start().
  app::Kiosk::Parts parts() {
    auto made = text::Engine::create(test::source_path("assets/fonts.conf"));
    REQUIRE_MESSAGE(made.ok(), made.error().message);
    engine = *std::move(made);
    app::Kiosk::Parts parts;
    parts.engine = engine.get();
    parts.catalog = &catalog;
    parts.panel = {1280, 800, 1280 / 216.8f, 850};
    parts.now = [] { return screens::Moment{*parse_date("2026-11-23"), 0, 600}; };
    parts.pictures = [](const std::string&) -> std::optional<ui::Picture> { return std::nullopt; };
    parts.staff.requests = app::Requests(requests.path());
    return parts;
  }

  void start(app::Kiosk::Parts parts) {
    kiosk = std::make_unique<app::Kiosk>(std::move(parts), 0);
    draw();
  }

  void draw() { kiosk->draw(nullptr, 0); }
  std::string screen() const { return kiosk->scene().tree.screen; }
  const accessibility::Node* find(const std::string& id) const { return kiosk->scene().tree.find(id); }
  bool asked(const std::string& name) const { return std::filesystem::exists(requests / name); }

  void tap_at(float x, float y) {
    kiosk->touch({app::TouchPhase::down, 0, x, y}, seconds);
    draw();
    seconds += 0.1;
    kiosk->touch({app::TouchPhase::up, 0, x, y}, seconds);
    draw();
    seconds += 0.6;
  }

  void tap(const std::string& id) {
    const accessibility::Node* node = find(id);
    for (int turns = 0; !node && find("page-next") && turns < 9; ++turns) {
      const accessibility::Node* next = find("page-next");
      tap_at(next->rect.x + next->rect.width / 2, next->rect.y + next->rect.height / 2);
      node = find(id);
    }
    REQUIRE_MESSAGE(node, "no " << id << " on " << screen());
    tap_at(node->rect.x + node->rect.width / 2, node->rect.y + node->rect.height / 2);
  }

  void type_pin(const std::string& pin) {
    for (char digit : pin) tap("digit-" + std::string(1, digit));
    tap("enter");
  }

  void wait(double time) {
    for (double end = seconds + time; seconds < end;) {
      seconds = std::min(end, seconds + 0.5);
      kiosk->tick(seconds);
      if (kiosk->dirty()) draw();
    }
  }

  MemoryCatalog catalog = small_catalog();
  TemporaryFolder requests;
  std::unique_ptr<text::Engine> engine;
  std::unique_ptr<app::Kiosk> kiosk;
  double seconds = 0;
};

}  // namespace kiosk::test

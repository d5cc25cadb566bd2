// A small catalog and a visit with ears to it.
#pragma once

#include <functional>

#include "tests/app/heard_visit.h"
#include "tests/support/memory_catalog.h"
#include "tests/support/source_path.h"

namespace kiosk::test {

inline constexpr size_t kHundredMs = audio::samples_in(audio::milliseconds(100));

inline bool contains(const std::string& heard, const std::string& words) {
  return heard.find(words) != std::string::npos;
}

struct HeardStage {
  // `prepare` changes the catalog before anybody has seen it.
  explicit HeardStage(
      const std::function<void(MemoryCatalog&)>& prepare = [](MemoryCatalog&) {}, const config::Config& config = {})
      : catalog([&] {
          MemoryCatalog made = small_catalog();
          prepare(made);
          return made;
        }()),
        visit(catalog, *engine, {1280, 800, 1280 / 216.8f, 850},
              [&](app::Kiosk::Parts& parts) { parts.config = config; }) {}

  MemoryCatalog catalog;
  std::unique_ptr<text::Engine> engine = *text::Engine::create(test::source_path("assets/fonts.conf"));
  HeardVisit visit;

  HeardStage& at_home() {
    visit.tap("language-en");
    visit.wait_until_silent();
    visit.take_transcript();
    return *this;
  }

  // Past the page before red ones.
  HeardStage& at_topic(const std::string& topic) {
    at_home();
    visit.tap("section-travel");
    visit.tap("topic-" + topic);
    if (visit.tree().screen == "interruption") visit.tap("proceed");
    return *this;
  }
};

}  // namespace kiosk::test

// An engine on the shipped list of fonts, and short ways to ask it.
#pragma once

#include <doctest/doctest.h>

#include <memory>
#include <string>

#include "kiosk/text/engine.h"
#include "tests/support/source_path.h"

namespace kiosk::text {

class TextFixture {
 public:
  TextFixture() {
    auto created = Engine::create(test::source_path("assets/fonts.conf"));
    REQUIRE_MESSAGE(created.ok(), created.error().message);
    engine_ = std::move(*created);
  }

  Engine& engine() { return *engine_; }

  static Request request(std::string text, std::string_view language, float width = 0) {
    Request result{std::move(text), LanguageTag::of(language)};
    result.direction = result.language.direction();
    result.capital_height = Px{28};
    result.width = Px{width};
    return result;
  }

  const Paragraph& layout(std::string text, std::string_view language, float width = 0) {
    return engine_->layout(request(std::move(text), language, width));
  }

 private:
  std::unique_ptr<Engine> engine_;
};

}  // namespace kiosk::text

// Who runs the screen is said from the settings, and never left to be guessed from the content.
#include <doctest/doctest.h>

#include "kiosk/app/kiosk.h"
#include "tests/support/memory_catalog.h"
#include "tests/support/source_path.h"

using namespace kiosk;
using namespace kiosk::app;

namespace {

// All that stands on "About this screen".
std::string about(const char* language, const std::map<LanguageTag, std::string>& run_by) {
  auto engine = text::Engine::create(test::source_path("assets/fonts.conf"));
  REQUIRE_MESSAGE(engine.ok(), engine.error().message);
  test::MemoryCatalog catalog = test::small_catalog();
  Kiosk::Parts parts;
  parts.engine = engine->get();
  parts.catalog = &catalog;
  parts.config.run_by = run_by;
  parts.panel = {1280, 800, 1280 / 216.8f, 850};
  parts.now = [] { return screens::Moment{*parse_date("2026-11-23"), 0, 600}; };
  parts.pictures = [](const std::string&) -> std::optional<ui::Picture> { return std::nullopt; };
  Kiosk kiosk(std::move(parts), 0);
  Session session = fresh_session(catalog);
  apply(session, ui::ChooseLanguage{LanguageTag::of(language)}, catalog);
  apply(session, ui::Open{ui::Screen::about}, catalog);
  std::string all;
  for (int page = 0, pages = 1; page < pages; ++page) {
    session.here().page = page;
    kiosk.set_session(session);
    const ui::Scene& scene = kiosk.draw(nullptr, 0);
    pages = scene.pages->count;
    for (const accessibility::Node& node : scene.tree.nodes) all += node.name + "\n";
  }
  return all;
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

const LanguageTag kEnglish = LanguageTag::of("en"), kArabic = LanguageTag::of("ar"), kVai = LanguageTag::of("vai-Vaii");

}  // namespace

TEST_CASE("who runs the screen stands on the page about it, in the visitor's language or the next best") {
  CHECK(holds(about("en", {{kEnglish, "A county office"}, {kArabic, "مكتب"}}), "A county office"));
  std::string arabic = about("ar", {{kEnglish, "A county office"}, {kArabic, "مكتب"}});
  CHECK(holds(arabic, "مكتب"));
  CHECK_FALSE(holds(arabic, "A county office"));
  CHECK(holds(about("ar", {{kVai, "Vai words"}, {kEnglish, "A county office"}}), "A county office"));
  CHECK(holds(about("en", {{kVai, "Vai words"}}), "Vai words"));
}

TEST_CASE("where nobody wrote who runs the screen, visitors read that") {
  std::string unsaid = about("en", {});
  CHECK(holds(unsaid, "Nobody has entered here who runs this screen."));
  CHECK_FALSE(holds(unsaid, "run by"));
}

// Each page says when and by whom it was checked, and when that is too long ago (R81).
#include <doctest/doctest.h>

#include "kiosk/app/kiosk.h"
#include "tests/support/memory_catalog.h"
#include "tests/support/source_path.h"

using namespace kiosk;
using namespace kiosk::app;

namespace {

// The end of a page that was checked on 2026-11-23, read on `today`.
accessibility::Tree end_of_page(const char* today) {
  auto engine = text::Engine::create(test::source_path("assets/fonts.conf"));
  REQUIRE_MESSAGE(engine.ok(), engine.error().message);
  test::MemoryCatalog catalog = test::small_catalog();
  Kiosk::Parts parts;
  parts.engine = engine->get();
  parts.catalog = &catalog;
  parts.panel = {1920, 1080, 1920 / 476.0f, 850};
  parts.now = [today] { return screens::Moment{*parse_date(today), 0, 600}; };
  parts.pictures = [](const std::string&) -> std::optional<ui::Picture> { return std::nullopt; };
  Kiosk kiosk(std::move(parts), 0);
  Session session = fresh_session(catalog);
  apply(session, ui::ChooseLanguage{LanguageTag::of("en")}, catalog);
  apply(session, ui::OpenTopic{catalog.own_topics[0].id}, catalog);
  REQUIRE(catalog.own_topics[0].checked_on == *parse_date("2026-11-23"));
  kiosk.set_session(session);
  const ui::Scene& first = kiosk.draw(nullptr, 0);
  session.here().page = first.pages ? first.pages->count - 1 : 0;
  kiosk.set_session(session);
  return kiosk.draw(nullptr, 0).tree;
}

}  // namespace

TEST_CASE("R81: a page says when and by whom it was checked, and after half a year that this is long ago") {
  const accessibility::Tree fresh = end_of_page("2027-05-22");
  REQUIRE(fresh.find("checked"));
  CHECK(fresh.find("checked")->name.find("23 November 2026") != std::string::npos);
  CHECK_FALSE(fresh.find("overdue"));
  const accessibility::Tree late = end_of_page("2027-05-23");
  REQUIRE(late.find("checked"));
  CHECK(late.find("overdue"));
}

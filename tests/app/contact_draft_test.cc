// What a card says of its own words.
#include <doctest/doctest.h>

#include "kiosk/app/kiosk.h"
#include "kiosk/catalog/names.h"
#include "tests/support/memory_catalog.h"
#include "tests/support/source_path.h"

using namespace kiosk;
using namespace kiosk::app;

namespace {

const LanguageTag kArabic = LanguageTag::of("ar");

// Whether the help line's card, read in Arabic, calls its words a draft.
bool says_draft(bool translated, bool reviewed) {
  auto engine = text::Engine::create(test::source_path("assets/fonts.conf"));
  REQUIRE_MESSAGE(engine.ok(), engine.error().message);
  test::MemoryCatalog catalog = test::small_catalog();
  if (translated) catalog.own_contacts.front().language = kArabic;
  if (reviewed) catalog.own_messages[kArabic][catalog::reviewed_key("line")] = "a native speaker";
  Kiosk::Parts parts;
  parts.engine = engine->get();
  parts.catalog = &catalog;
  parts.panel = {1080, 1920, 1080 / 268.0f, 700};
  parts.now = [] { return screens::Moment{*parse_date("2026-11-23"), 0, 600}; };
  parts.pictures = [](const std::string&) -> std::optional<ui::Picture> { return std::nullopt; };
  Kiosk kiosk(std::move(parts), 0);
  Session session = fresh_session(catalog);
  apply(session, ui::ChooseLanguage{kArabic}, catalog);
  apply(session, ui::OpenContact{"line"}, catalog);
  bool serves = false, draft = false;
  for (int page = 0, count = 1; page < count; ++page) {
    session.here().page = page;
    kiosk.set_session(session);
    kiosk.draw(nullptr, 0);
    count = kiosk.scene().pages->count;
    serves = serves || kiosk.scene().tree.find("serves");
    draft = draft || kiosk.scene().tree.find("unreviewed");
  }
  REQUIRE(serves);
  return draft;
}

}  // namespace

TEST_CASE("a card is called a draft while it is a translation that no native speaker has read") {
  CHECK(says_draft(true, false));
  CHECK_FALSE(says_draft(true, true));
  CHECK_FALSE(says_draft(false, false));
}

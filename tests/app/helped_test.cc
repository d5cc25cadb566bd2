// "Did this help?" at the end of a page: asked once, thanked for, and forgotten with the visit.
#include "tests/app/touched_kiosk.h"

using namespace kiosk;
using namespace kiosk::app;

namespace {

// A kiosk on the first page that its catalog has.
void open_page(test::TouchedKiosk& kiosk) {
  Session session = fresh_session(kiosk.catalog);
  apply(session, ui::ChooseLanguage{LanguageTag::of("en")}, kiosk.catalog);
  apply(session, ui::OpenTopic{kiosk.catalog.own_topics[0].id}, kiosk.catalog);
  kiosk.kiosk->set_session(session);
  kiosk.draw();
}

// Turns through the page.
bool has(test::TouchedKiosk& kiosk, const std::string& id) {
  for (int page = 0; page < 9; ++page) {
    if (kiosk.find(id)) return true;
    if (!kiosk.find("page-next") || !kiosk.find("page-next")->can_act()) return false;
    kiosk.tap("page-next");
  }
  return false;
}

}  // namespace

TEST_CASE("R66: whether a page helped is asked at its end, thanked for, and forgotten when the visitor leaves") {
  for (const char* answer : {"helped-yes", "helped-no"}) {
    test::TouchedKiosk kiosk;
    kiosk.start(kiosk.parts());
    open_page(kiosk);
    kiosk.tap(answer);
    CHECK(kiosk.find("thanks"));
    CHECK_FALSE(kiosk.find("helped-yes"));
    CHECK_FALSE(kiosk.find("helped-no"));
    kiosk.tap("leave");
    CHECK(kiosk.kiosk->session() == fresh_session(kiosk.catalog));
    open_page(kiosk);
    CHECK(has(kiosk, "helped-yes"));
    CHECK_FALSE(kiosk.find("thanks"));
  }
}

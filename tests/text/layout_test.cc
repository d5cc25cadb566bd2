#include <string>

#include "tests/text/text_fixture.h"

using namespace kiosk;
using namespace kiosk::text;

TEST_CASE_FIXTURE(TextFixture, "lines are no wider than the paragraph and words stay whole") {
  Paragraph paragraph = layout("Somebody offers you work abroad. Ask these questions before you agree.", "en", 300);
  CHECK(paragraph.lines.size() > 3);
  CHECK_FALSE(paragraph.broke_word);
  for (const Line& line : paragraph.lines) CHECK(line.width <= 300);
}

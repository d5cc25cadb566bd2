// Years typed wrongly: the content's own dates speak against one that stands alone.
#include <doctest/doctest.h>

#include "tests/publish/sample_content.h"

using kiosk::test::SampleContent;

namespace {

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("an edition dated years ahead is refused, because it would show no number") {
  SampleContent content;
  content.replace("pack.yaml", "published: 2026-11-23", "published: 2036-11-23");
  CHECK(holds(
      content.all_problems(),
      "pack.yaml:5: error: The day of this edition, 2036-11-23, lies far after every other date, the newest being "
      "2026-11-20: no number would be shown any more."));
}

TEST_CASE("one contact verified years ahead is refused, even when the edition is dated the same") {
  SampleContent content;
  content.replace("pack.yaml", "published: 2026-11-23", "published: 2036-11-23");
  content.replace("contacts/police.yaml", "on: 2026-11-20", "on: 2036-11-20");
  CHECK(holds(
      content.all_problems(),
      "contacts/police.yaml: error: This contact was verified on 2036-11-20, far after every other date, the newest "
      "being 2026-11-20: all other numbers would count as out of date."));
}

TEST_CASE("a year without changes is no slip of the pen when more than one date is new") {
  SampleContent content;
  content.replace("pack.yaml", "published: 2026-11-23", "published: 2027-12-23");
  content.replace("contacts/police.yaml", "on: 2026-11-20", "on: 2027-12-20");
  content.replace("contacts/gbv-116.yaml", "on: 2026-11-20", "on: 2027-12-20");
  CHECK_FALSE(holds(content.all_problems(), "error"));
}

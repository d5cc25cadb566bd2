#include "kiosk/catalog/numbers_lapse.h"

#include <doctest/doctest.h>

#include "kiosk/fleet/health_complaints.h"
#include "tests/catalog/small_catalog.h"
#include "tests/fleet/sample_report.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::fleet {
namespace {

bool complains(const HealthReport& report, const std::string& part) {
  for (const std::string& complaint : complaints_about(report)) {
    if (complaint.find(part) != std::string::npos) return true;
  }
  return false;
}

TEST_CASE("the first number to go off the screen says when; cards without a number say nothing") {
  namespace small = kiosk::catalog::test;
  kiosk::test::TemporaryFolder folder;
  {
    auto writer = small::writer_in(folder.path());
    catalog::ContactEntry soon = small::contact("soon", "Soon", {small::number("116")});
    soon.expires_on = small::day("2027-01-10");
    catalog::ContactEntry office = small::contact("office", "Office");
    office.expires_on = small::day("2026-12-01");
    for (const catalog::ContactEntry& entry : {small::contact("later", "Later", {small::number("911")}), soon, office})
      small::must(writer->add_contact(entry));
    small::must(writer->finish());
  }
  CHECK(catalog::numbers_lapse(folder.path()) == small::day("2027-01-10"));
  CHECK_FALSE(catalog::numbers_lapse(folder / "nothing"));
}

TEST_CASE("the office is told 30 days before phone numbers go off a screen, and afterwards") {
  HealthReport report = sample_report();
  report.at = *report.numbers_lapse - std::chrono::days(31);
  CHECK_FALSE(complains(report, "hone numbers"));
  report.at = *report.numbers_lapse - std::chrono::days(30);
  CHECK(complains(report, "Phone numbers go off the screen on 2027-02-22"));
  report.at = *report.numbers_lapse;
  CHECK(complains(report, "Phone numbers have been off the screen since 2027-02-22"));
}

}  // namespace
}  // namespace kiosk::fleet

#include "kiosk/publish/repository/kiosk_view.h"

#include <doctest/doctest.h>

#include "tests/publish/repository/office.h"

namespace kiosk::publish::test {
namespace {

using std::chrono::days;

std::vector<bool> taken(const std::vector<KioskView>& views) {
  std::vector<bool> all;
  for (const KioskView& view : views) all.push_back(view.taken.ok());
  return all;
}

TEST_CASE("an edition of today is taken by a kiosk in 1970, now and in 2099") {
  Office office;
  office.begin();
  office.publish("116", "Words.");
  CHECK(taken(kiosk_views(office.repository, kNow - days(30), kNow + days(1))) == std::vector{true, true, true});
}

TEST_CASE("an edition signed under a clock of years ago is dead for kiosks with a newer program") {
  Office office(kNow - days(2400));
  office.begin();
  office.publish("116", "Words.");
  // Under the same wrong clock it looks whole.
  CHECK(take_inventory(office.repository, office.now).ok());
  CHECK(taken(kiosk_views(office.repository, kNow - days(30), office.now)) == std::vector{false, false, false});
}

}  // namespace
}  // namespace kiosk::publish::test

// Which numbers stay when their check has run out. Where nobody publishes for 90 days, every number would vanish from
// the screens, the police's too. An emergency number of the country itself is better old than absent: it stays, and its
// card says since when nobody has checked it. Any other number may by then be someone else's, so it goes.
#pragma once

#include <string_view>

#include "kiosk/catalog/model.h"

namespace kiosk::catalog {

constexpr bool outlasts_its_check(ContactKind kind, std::string_view country, std::string_view home) {
  return kind == ContactKind::emergency && country == home;
}

}  // namespace kiosk::catalog

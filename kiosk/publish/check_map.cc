#include <algorithm>

#include "kiosk/publish/checks.h"

namespace kiosk::publish {
namespace {

constexpr double kMarginDegrees = 0.5;  // about 55 km: an office just over the border is no slip of the pen

struct Box {
  double south = 90, north = -90, west = 180, east = -180;

  void add(const Position& at) {
    south = std::min(south, at.first), north = std::max(north, at.first);
    west = std::min(west, at.second), east = std::max(east, at.second);
  }
  bool holds(const Position& at) const {
    return at.first >= south - kMarginDegrees && at.first <= north + kMarginDegrees &&
           at.second >= west - kMarginDegrees && at.second <= east + kMarginDegrees;
  }
};

// Without it the screen would promise a door where there is the middle of a town.
void check_exactness(const Check& check) {
  for (const ContactFile& contact : check.content.contacts) {
    auto warn = [&](const char* key, const char* what, const char* remedy) {
      check.problems.warning({contact.file, contact.line_of(key)}, what, remedy);
    };
    if (contact.coordinates && contact.exactness == catalog::Exactness::unknown)
      warn("coordinates", "How exact the coordinates are is not said.", "Write exactness: building, quarter or town.");
    if (contact.coordinates && contact.coordinates_credit.empty())
      warn("coordinates", "Whose the coordinates are is not said.",
           "Write for example coordinates_credit: © OpenStreetMap contributors, ODbL");
    if (!contact.coordinates && contact.exactness != catalog::Exactness::unknown)
      warn("exactness", "There are no coordinates that could be exact.", "Add coordinates, or remove exactness.");
  }
}

}  // namespace

// Latitude and longitude are easily taken for each other, and a sign is easily lost.
void check_map(const Check& check) {
  check_exactness(check);
  Box country;
  for (const AreaEntry& area : check.content.areas) {
    for (const auto& ring : area.outline) {
      for (const Position& point : ring) country.add(point);
    }
  }
  if (country.south > country.north) return;
  for (const ContactFile& contact : check.content.contacts) {
    if (!contact.coordinates || contact.country != check.content.pack.country || country.holds(*contact.coordinates))
      continue;
    check.problems.warning({contact.file, 0}, "The coordinates lie outside of the map of this country.",
                           "Write latitude first, then longitude, and mind the minus sign: [6.2907, -10.7605].");
  }
}

}  // namespace kiosk::publish

// Where the tour (app/tour.h) stops on each screen: the ways in which it can be met.
#pragma once

#include <string>
#include <vector>

#include "kiosk/catalog/catalog.h"
#include "kiosk/screens/place.h"

namespace kiosk::screens {

struct Stop {
  std::string name;  // of the files: "topic-check-a-recruiter"
  Place place;
};
using Stops = std::vector<Stop>;

// What a row of the screens' table says of it.
using FindStops = Stops (*)(Screen, const catalog::Catalog&, const LanguageTag&);

Stops no_stop(Screen screen, const catalog::Catalog& catalog, const LanguageTag& language);
// One, called as the screen is.
Stops one_stop(Screen screen, const catalog::Catalog& catalog, const LanguageTag& language);

Stops language_stops(Screen screen, const catalog::Catalog& catalog, const LanguageTag& language);
Stops section_stops(Screen screen, const catalog::Catalog& catalog, const LanguageTag& language);
Stops topic_stops(Screen screen, const catalog::Catalog& catalog, const LanguageTag& language);
Stops walk_stops(Screen screen, const catalog::Catalog& catalog, const LanguageTag& language);
Stops interruption_stops(Screen screen, const catalog::Catalog& catalog, const LanguageTag& language);
Stops contacts_stops(Screen screen, const catalog::Catalog& catalog, const LanguageTag& language);
Stops contact_stops(Screen screen, const catalog::Catalog& catalog, const LanguageTag& language);
Stops beside_stops(Screen screen, const catalog::Catalog& catalog, const LanguageTag& language);
Stops search_stops(Screen screen, const catalog::Catalog& catalog, const LanguageTag& language);

// Those of all screens, in the order of the table.
Stops stops(const catalog::Catalog& catalog, const LanguageTag& language);

}  // namespace kiosk::screens

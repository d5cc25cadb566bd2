// Offices near this kiosk: which there are, how far, and the map of them. Only where an office told the kiosk its
// position and the content has coordinates; nothing is measured of the visitor.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/screens/context.h"

namespace kiosk::screens {

struct NearContact {
  catalog::Contact contact;
  double km = 0;  // as the crow flies
};

// How far it is; none where the kiosk does not know its own place or that of the office, or it is in another country.
std::optional<double> km_to(const Context& context, const catalog::Contact& contact);

// Contacts of this country that have coordinates, the nearest first; none where the kiosk's position is not known.
std::vector<NearContact> near_here(const Context& context);

// "About 3 km from here.", in hundreds of metres below one kilometre, and to what it was measured where that is no
// door.
std::string distance_in_words(const ui::Frame& frame, double km, catalog::Exactness to);

// The kiosk, the places with the numbers 1, 2 ... that they have in the list, the outlines that the content has, a
// scale and where north is: up, in every language. Returns the height used.
float draw_map(const Context& context, const std::vector<NearContact>& places, const Rect& column);

}  // namespace kiosk::screens

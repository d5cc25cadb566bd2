// Offices near this kiosk: which there are, how far, and the map of them. Only where an office told the kiosk its
// position and the content has coordinates; nothing is measured of the visitor.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/screens/context.h"
#include "kiosk/ui/layout.h"

namespace kiosk::screens {

struct NearContact {
  catalog::Contact contact;
  double km = 0;  // as the crow flies
};

// How far it is; none where the kiosk does not know its own place or that of the office, or it is in another country.
std::optional<double> km_to(const Context& context, const catalog::Contact& contact);

// Contacts of this country that have coordinates, the nearest first; none where the kiosk's position is not known.
std::vector<NearContact> near_here(const Context& context);

// Of those the three nearest that are within 50 km; what is open now comes first.
std::vector<NearContact> nearest(const Context& context, const std::vector<NearContact>& places);

// The nearest that serve what the offices among `named` serve, without those in `named`: for the end of a page that
// names offices.
std::vector<NearContact> nearest_like(const Context& context, const std::vector<catalog::Contact>& named);

// "About 15 minutes on foot." or "About 3 km from here.", and to what it was measured where that is no door.
std::string distance_in_words(const ui::Frame& frame, double km, catalog::Exactness to);

// Their cards with the distance, numbered from 1 where a map has these numbers; `prefix` as for contact_card_box().
enum class Numbered { no, yes };
ui::Box near_cards(const Context& context, const std::vector<NearContact>& places, const std::string& prefix,
                   Numbered numbered);

// The kiosk, these places with their numbers and as many of their names as have room, the towns and outlines that the
// content has, a scale and where north is: up, in every language. It fills the height that it is given.
ui::Box map_box(const Context& context, std::vector<NearContact> places);

}  // namespace kiosk::screens

// Near here, for people who need not read a map: first the nearest places as cards with the distance in words, then the
// map on a page of its own, then what is further away by county.
#include <algorithm>
#include <cmath>
#include <map>

#include "kiosk/base/check.h"
#include "kiosk/base/opening_hours.h"
#include "kiosk/screens/contact_view.h"
#include "kiosk/screens/near_here.h"
#include "kiosk/screens/page.h"
#include "kiosk/screens/topic_list.h"

namespace kiosk::screens {

using accessibility::Role;
using catalog::Contact;

namespace {

constexpr size_t kNearest = 3;
constexpr double kNearKm = 50, kOnFootKm = 2;
// At five kilometres an hour, on roads that are by a third longer than the straight line; in steps of five minutes.
constexpr double kMinutesPerKm = 16;
constexpr int kStep = 5;

bool is_open_now(const Context& context, const Contact& contact) {
  if (!contact.hours || !context.now.hour_known) return false;
  auto hours = OpeningHours::parse(*contact.hours);
  return hours.ok() && hours->open_at(context.now.day, context.now.minute);
}

bool shares(const std::vector<std::string>& some, const std::vector<std::string>& others) {
  return std::any_of(some.begin(), some.end(), [&](const std::string& one) {
    return std::find(others.begin(), others.end(), one) != others.end();
  });
}

// The card of a place says this besides its name and number. A compact panel has room for the distance only.
std::vector<std::string> lines_of(const Context& context, const NearContact& place) {
  const Contact& contact = place.contact;
  std::string first = distance_in_words(context.frame, place.km, contact.exactness);
  for (const Fact& fact : facts_of(context, contact))
    if (fact.id == "hours") first += " " + fact.words;
  std::vector<std::string> lines{first};
  const std::string& where = contact.directions.empty() ? contact.address : contact.directions;
  if (!context.frame.size_class().is_compact() && !where.empty()) lines.push_back(where);
  return lines;
}

// By the name of the county, as the reader's language has it; the places without one come last.
std::vector<std::pair<std::string, std::vector<Contact>>> by_county(const Context& context,
                                                                    const std::vector<NearContact>& near) {
  std::map<std::string, std::vector<Contact>> counties;
  std::vector<Contact> unknown;
  for (Contact& contact : context.catalog.contacts(context.frame.settings().language, context.now.today)) {
    bool shown =
        std::any_of(near.begin(), near.end(), [&](const NearContact& one) { return one.contact.id == contact.id; });
    if (shown || contact.kind != catalog::ContactKind::office || contact.country != context.catalog.pack().country)
      continue;
    (contact.county.empty() ? unknown : counties[contact.county]).push_back(std::move(contact));
  }
  std::vector<std::pair<std::string, std::vector<Contact>>> all(counties.begin(), counties.end());
  if (!unknown.empty()) all.emplace_back("", std::move(unknown));
  return all;
}

void add_counties(const Context& context, const std::vector<NearContact>& near, std::vector<ui::Box>& blocks) {
  ui::Frame& frame = context.frame;
  int number = 0;
  for (auto& [county, contacts] : by_county(context, near)) {
    std::string words = county.empty() ? frame.tr("Other offices in this country")
                                       : ui::fill(frame.tr("County: {1}"), {"\u2068" + county + "\u2069"});
    std::string id = "county-" + std::to_string(number);
    ui::TextStyle style = ui::styles::kStrong;
    style.balanced = true;
    blocks.push_back(ui::words(Role::heading, id, words, style).keep_with_next());
    blocks.back().own_page = number++ == 0;
    blocks.push_back(contact_cards(context, std::move(contacts), "").flowing());
  }
}

// Whose the points of these places and the outlines are, each once.
std::string credits_of(const Context& context, const std::vector<NearContact>& places) {
  const ui::Frame& frame = context.frame;
  std::string all, outlines = frame.tr(catalog::kMapCredit);
  auto add = [&](const std::string& credit) {
    if (!credit.empty() && all.find(credit) == std::string::npos) all += (all.empty() ? "" : "; ") + credit;
  };
  if (outlines != catalog::kMapCredit) add(outlines);  // first: it names sources that the places have too
  for (const NearContact& place : places) add(place.contact.coordinates_credit);
  return all;
}

ui::Box map_with_credit(const Context& context, const std::vector<NearContact>& places) {
  std::vector<ui::Box> boxes{map_box(context, places).grow()};
  ui::TextStyle quiet = ui::styles::kQuiet;
  quiet.line_height = 1.1f;
  if (std::string credits = credits_of(context, places); !credits.empty())
    boxes.push_back(ui::words(Role::note, "map-credit",
                              ui::fill(context.frame.tr("Map: {1}"), {"\u2068" + credits + "\u2069"}), quiet));
  ui::Box box = ui::column(std::move(boxes), Mm{1.5f}).grow();
  box.own_page = true;
  return box;
}

}  // namespace

std::optional<double> km_to(const Context& context, const Contact& contact) {
  if (!context.position || !contact.coordinates || contact.country != context.catalog.pack().country)
    return std::nullopt;
  if (!is_on_earth(*context.position) || !is_on_earth(*contact.coordinates)) return std::nullopt;
  return distance_km(*context.position, *contact.coordinates);
}

std::vector<NearContact> near_here(const Context& context) {
  std::vector<NearContact> places;
  if (!context.position) return places;
  for (Contact& contact : context.catalog.contacts(context.frame.settings().language, context.now.today)) {
    if (std::optional<double> km = km_to(context, contact)) places.push_back({std::move(contact), *km});
  }
  std::stable_sort(places.begin(), places.end(),
                   [](const NearContact& a, const NearContact& b) { return a.km < b.km; });
  return places;
}

std::vector<NearContact> nearest(const Context& context, const std::vector<NearContact>& places) {
  std::vector<NearContact> near;
  for (const NearContact& place : places)
    if (place.km <= kNearKm && near.size() < kNearest) near.push_back(place);
  std::stable_partition(near.begin(), near.end(),
                        [&](const NearContact& place) { return is_open_now(context, place.contact); });
  return near;
}

std::vector<NearContact> nearest_like(const Context& context, const std::vector<Contact>& named) {
  std::vector<std::string> topics;
  for (const Contact& contact : named)
    if (contact.kind == catalog::ContactKind::office)
      topics.insert(topics.end(), contact.topics.begin(), contact.topics.end());
  std::vector<NearContact> places = near_here(context);
  std::erase_if(places, [&](const NearContact& place) {
    bool there =
        std::any_of(named.begin(), named.end(), [&](const Contact& one) { return one.id == place.contact.id; });
    return there || !shares(place.contact.topics, topics);
  });
  return nearest(context, places);
}

std::string distance_in_words(const ui::Frame& frame, double km, catalog::Exactness to) {
  std::string words;
  if (km < kOnFootKm) {
    int minutes = std::max(kStep, static_cast<int>(std::lround(km * kMinutesPerKm / kStep)) * kStep);
    words = ui::fill(frame.tr("About {1} minutes on foot."), {std::to_string(minutes)});
  } else {
    words = ui::fill(frame.tr("About {1} km from here."), {std::to_string(std::lround(km))});
  }
  switch (to) {
    case catalog::Exactness::quarter: return words + " " + frame.tr("That is the middle of its quarter.");
    case catalog::Exactness::town: return words + " " + frame.tr("That is the middle of its town.");
    case catalog::Exactness::building:
    case catalog::Exactness::unknown: return words;
  }
  KIOSK_CHECK(false);
}

ui::Box near_cards(const Context& context, const std::vector<NearContact>& places, const std::string& prefix,
                   Numbered numbered) {
  std::vector<ui::Box> cards;
  int number = 0;
  for (const NearContact& place : places) {
    CardNotes notes{.place = numbered == Numbered::yes ? ++number : 0, .lines = lines_of(context, place)};
    cards.push_back(contact_card_box(context, place.contact, prefix, std::move(notes)));
  }
  return ui::grid(std::move(cards), {.gap = Mm{3}, .most_columns = 1});
}

void draw_near_here(const Context& context) {
  ui::Frame& frame = context.frame;
  std::vector<NearContact> places = near_here(context), near = nearest(context, places);
  PageBody page;
  page.above = ui::picture_plate("map-marker-radius", "action").grow();
  page.style.gap = Mm{3};
  if (near.empty())
    page.blocks.push_back(
        ui::words(Role::status, "none", frame.tr("We know no place within 50 km of here."), ui::styles::kBody));
  else
    page.blocks.push_back(near_cards(context, near, "", Numbered::yes));
  std::vector<NearContact> on_map = near;
  for (size_t i = 0; near.empty() && i < std::min(kNearest, places.size()); ++i) on_map.push_back(places[i]);
  if (!on_map.empty()) page.blocks.push_back(map_with_credit(context, on_map));
  add_counties(context, near, page.blocks);
  draw_page(context, {.title = frame.tr("Near here"), .icon = "map-marker-radius"}, std::move(page));
}

}  // namespace kiosk::screens

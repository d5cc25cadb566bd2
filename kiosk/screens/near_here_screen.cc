// Offices sorted by how far they are, with whether they are open now, the languages spoken and the way there in words.
#include "kiosk/screens/near_here.h"

#include <algorithm>
#include <cmath>

#include "kiosk/base/check.h"
#include "kiosk/screens/contact_view.h"
#include "kiosk/screens/page.h"
#include "kiosk/screens/topic_list.h"

namespace kiosk::screens {

using accessibility::Role;

std::optional<double> km_to(const Context& context, const catalog::Contact& contact) {
  if (!context.position || !contact.coordinates || contact.country != context.catalog.pack().country)
    return std::nullopt;
  if (!is_on_earth(*context.position) || !is_on_earth(*contact.coordinates)) return std::nullopt;
  return distance_km(*context.position, *contact.coordinates);
}

std::vector<NearContact> near_here(const Context& context) {
  std::vector<NearContact> places;
  if (!context.position) return places;
  for (catalog::Contact& contact : context.catalog.contacts(context.frame.settings().language, context.now.today)) {
    std::optional<double> km = km_to(context, contact);
    if (!km) continue;
    places.push_back({std::move(contact), *km});
  }
  std::stable_sort(places.begin(), places.end(),
                   [](const NearContact& a, const NearContact& b) { return a.km < b.km; });
  return places;
}

namespace {

std::string kilometres_in_words(const ui::Frame& frame, double km) {
  if (km < 0.95) {
    int hundreds = std::max(1, static_cast<int>(std::lround(km * 10)));
    return ui::fill(frame.tr("About {1} m from here."), {std::to_string(hundreds * 100)});
  }
  return ui::fill(frame.tr("About {1} km from here."), {std::to_string(std::lround(km))});
}

// Whose the points of these places are, each once.
std::string credits_of(const std::vector<NearContact>& places) {
  std::string all;
  for (const NearContact& place : places) {
    const std::string& credit = place.contact.coordinates_credit;
    if (credit.empty() || all.find(credit) != std::string::npos) continue;
    all += (all.empty() ? "" : "; ") + credit;
  }
  return all;
}

}  // namespace

std::string distance_in_words(const ui::Frame& frame, double km, catalog::Exactness to) {
  const std::string words = kilometres_in_words(frame, km);
  switch (to) {
    case catalog::Exactness::quarter: return words + " " + frame.tr("That is the middle of its quarter.");
    case catalog::Exactness::town: return words + " " + frame.tr("That is the middle of its town.");
    case catalog::Exactness::building:
    case catalog::Exactness::unknown: return words;
  }
  KIOSK_CHECK(false);
}

namespace {

constexpr float kPadding = 5, kBadge = 11, kGap = 3;

// What stands on the card of a place, in this order.
std::vector<std::string> lines_of(const Context& context, const NearContact& place) {
  std::vector<std::string> lines{distance_in_words(context.frame, place.km, place.contact.exactness)};
  for (const Fact& fact : facts_of(context, place.contact)) {
    bool wanted = fact.id == "hours" || fact.id == "languages" || fact.id == "address" || fact.id == "county" ||
                  fact.id == "directions";
    if (wanted) lines.push_back(fact.words);
  }
  return lines;
}

float draw_lines(const Context& context, const NearContact& place, const Rect& box) {
  ui::Frame& frame = context.frame;
  float y = box.y + frame.text(place.contact.name, ui::styles::kLabel, box);
  for (const std::string& line : lines_of(context, place)) {
    y += frame.text(line, ui::styles::kBody, {box.x, y, box.width, 0});
  }
  return y - box.y;
}

Rect lines_box(ui::Frame& frame, const Rect& at) {
  float start = frame.mm(kPadding + kBadge + kGap);
  return {at.x + start, at.y + frame.mm(kPadding), at.width - start - frame.mm(kPadding), 0};
}

void draw_badge(ui::Frame& frame, int number, const Rect& square) {
  Colour before = frame.surface();
  ui::TextStyle style = ui::styles::kStrong;
  style.align = text::Align::center;
  style.colour = frame.theme().on_action;
  style.scale = std::min(frame.settings().text_scale, 1.4f);
  frame.painter().fill(square, frame.theme().action, square.width / 2);
  frame.set_surface(frame.theme().action);
  const text::Paragraph& digits = frame.lay(std::to_string(number), style, square.width);
  frame.text(digits, {square.x, square.y + (square.height - digits.height) / 2, square.width, digits.height}, style);
  frame.set_surface(before);
}

float card_height(const Context& context, const NearContact& place, float width) {
  ui::Frame& frame = context.frame;
  float words = frame.measure([&] { return draw_lines(context, place, lines_box(frame, {0, 0, width, 0})); });
  return std::max(frame.mm(20), words + frame.mm(2 * kPadding));
}

void draw_card(const Context& context, const NearContact& place, int number, const Rect& at) {
  ui::Frame& frame = context.frame;
  const ui::Theme& theme = frame.theme();
  std::string id = "contact-" + place.contact.id, spoken = std::to_string(number) + ". " + place.contact.name + ".";
  for (const std::string& line : lines_of(context, place)) spoken += " " + line;
  LanguageTag before = frame.language();
  Colour surface = frame.surface();
  frame.set_language(place.contact.language);
  frame.node(Role::tile, id, place.contact.name, at).spoken = spoken;
  frame.press(ui::OpenContact{place.contact.id});
  Colour plate = frame.is_pressed(id) ? theme.note : theme.surface;
  frame.painter().fill(at, plate, frame.mm(3));
  frame.painter().border(at, theme.hairline, frame.mm(frame.is_pressed(id) ? 0.8f : 0.3f), frame.mm(3));
  frame.set_surface(plate);
  draw_badge(frame, number, {at.x + frame.mm(kPadding), at.y + frame.mm(kPadding), frame.mm(kBadge), frame.mm(kBadge)});
  frame.focus_ring(at, frame.mm(3));
  draw_lines(context, place, lines_box(frame, at));
  frame.set_surface(surface);
  frame.set_language(before);
}

}  // namespace

void draw_near_here(const Context& context) {
  ui::Frame& frame = context.frame;
  std::vector<NearContact> places = near_here(context);
  auto place = [&](int i) -> const NearContact& { return places[static_cast<size_t>(i)]; };
  draw_page(context, {frame.tr("Near here"), "", "action", false}, 330, [&](const Rect& column) {
    float y = column.y;
    auto rest = [&] { return Rect{column.x, y, column.width, 0}; };
    if (places.empty())
      return frame.words(Role::status, "none", frame.tr("We know no place near here."), ui::styles::kBody, rest());
    y += draw_row_pages(context,
                        {static_cast<int>(places.size()),
                         [&](int i, float width) { return card_height(context, place(i), width); },
                         [&](int i, const Rect& at) { draw_card(context, place(i), i + 1, at); }},
                        rest()) +
         frame.mm(4);
    y += draw_map(context, places, rest()) + frame.mm(2);
    std::string credits = credits_of(places), outlines = frame.tr(catalog::kMapCredit);
    if (outlines != catalog::kMapCredit) credits += (credits.empty() ? "" : "; ") + outlines;
    if (!credits.empty())
      y += frame.words(Role::note, "map-credit", ui::fill(frame.tr("Map: {1}"), {"\u2068" + credits + "\u2069"}),
                       ui::styles::kQuiet, rest()) +
           frame.mm(1);
    return y +
           frame.words(Role::note, "as-the-crow-flies", frame.tr("Measured in a straight line. The road is longer."),
                       ui::styles::kQuiet, rest()) -
           column.y;
  });
}

}  // namespace kiosk::screens

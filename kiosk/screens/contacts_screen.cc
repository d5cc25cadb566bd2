// All contacts, and the two questions that make sense standing up: what is it about, and in which country. The
// questions are pages of their own, so that the first thing seen here is a number that can be called.
#include <algorithm>
#include <iterator>
#include <utility>

#include "kiosk/screens/contact_view.h"
#include "kiosk/screens/near_here.h"
#include "kiosk/screens/no_catalog.h"
#include "kiosk/screens/page.h"
#include "kiosk/screens/pictures.h"
#include "kiosk/screens/topic_list.h"
#include "kiosk/ui/button.h"

namespace kiosk::screens {
namespace {

using accessibility::Role;

std::string chosen_country(const Context& context) {
  return context.place.country == "*" ? context.catalog.pack().country : context.place.country;
}

struct Filter {
  std::string topic, words, icon;
};

// R57: a filter never says what somebody may be a victim of.
std::vector<Filter> all_filters(const ui::Frame& frame) {
  return {
      {"", frame.tr("All"), "format-list-bulleted"},
      {"danger", frame.tr("In danger now"), "alert"},
      {"trafficking", frame.tr("Forced or cheated"), "key-variant"},
      {"children", frame.tr("Children"), "human-child"},
      {"going_home", frame.tr("Going home"), "home-variant"},
      {"documents", frame.tr("Papers"), "file-document"},
  };
}

std::vector<catalog::Contact> shown(const Context& context) {
  std::vector<catalog::Contact> found;
  std::string country = chosen_country(context);
  const std::string& filter = context.place.filter;
  for (catalog::Contact& contact : context.catalog.contacts(context.frame.settings().language, context.now.today)) {
    bool about =
        filter.empty() || std::find(contact.topics.begin(), contact.topics.end(), filter) != contact.topics.end();
    if (about && (country.empty() || contact.country == country)) found.push_back(std::move(contact));
  }
  return found;
}

// What is listed, when it is not everything.
std::string title_of(const Context& context) {
  const ui::Frame& frame = context.frame;
  std::string words;
  for (const Filter& filter : all_filters(frame))
    if (!filter.topic.empty() && filter.topic == context.place.filter) words = filter.words;
  if (chosen_country(context) != context.catalog.pack().country)
    words += (words.empty() ? "" : frame.tr(", ")) + country_name(frame, chosen_country(context));
  return words.empty() ? frame.tr("Get help now") : ui::fill(frame.tr("Help: {1}"), {words});
}

std::vector<ui::Button> questions(const Context& context) {
  const ui::Frame& frame = context.frame;
  std::vector<ui::Button> buttons(2);
  buttons[0].id = "filter";
  buttons[0].icon = "format-list-bulleted";
  for (const Filter& filter : all_filters(frame)) {
    if (filter.topic == context.place.filter) buttons[0].label = ui::fill(frame.tr("What: {1}"), {filter.words});
  }
  buttons[0].action = ui::Open{ui::Screen::filters};
  buttons[1].id = "country";
  buttons[1].icon = "earth";
  buttons[1].label = ui::fill(frame.tr("Where: {1}"), {country_name(frame, chosen_country(context))});
  buttons[1].action = ui::Open{ui::Screen::countries};
  return buttons;
}

ui::Button way_to_places(const Context& context) {
  ui::Button near;
  near.id = "near-here";
  near.icon = "map-marker-radius";
  near.label = context.frame.tr("Near here");
  near.action = ui::Open{ui::Screen::near_here};
  return near;
}

ui::Button choice(const std::string& id, const std::string& label, const std::string& icon, bool selected,
                  ui::Action action) {
  ui::Button button;
  button.id = id;
  button.label = label;
  button.icon = selected ? "check" : icon;
  button.look = selected ? ui::Look::primary : ui::Look::secondary;
  button.role = Role::choice;
  button.state.selected = selected;
  button.action = std::move(action);
  return button;
}

void draw_choices(const Context& context, const std::string& title, const std::string& icon,
                  std::vector<ui::Button> buttons) {
  draw_page(context, {.title = title, .icon = icon}, {.blocks = {ui::button_grid(std::move(buttons), Mm{60}, 3)}});
}

// What can be dialled comes first, then what can be gone to from here, then the rest. Where the questions leave the way
// to the map no room, it stands for the heading of what is near.
void add_cards(const Context& context, std::vector<catalog::Contact> contacts, std::vector<ui::Box>& blocks) {
  const ui::Frame& frame = context.frame;
  std::vector<catalog::Contact> live, others;
  for (catalog::Contact& contact : contacts) (contact.numbers.empty() ? others : live).push_back(std::move(contact));
  std::vector<NearContact> near = near_here(context);
  bool has_map = !near.empty() && frame.size_class().is_compact();
  auto same = [](const catalog::Contact& one) {
    return [&](const catalog::Contact& other) { return one.id == other.id; };
  };
  std::erase_if(
      near, [&](const NearContact& place) { return std::none_of(others.begin(), others.end(), same(place.contact)); });
  near = nearest(context, near);
  for (const NearContact& place : near) std::erase_if(others, same(place.contact));
  auto heading = [&](const char* id, const std::string& words) {
    ui::TextStyle style = ui::styles::kStrong;
    style.balanced = true;
    blocks.push_back(ui::words(Role::heading, id, words, style).keep_with_next());
  };
  if (!live.empty()) blocks.push_back(contact_cards(context, std::move(live), "").flowing());
  if (has_map) {
    blocks.push_back(ui::button_box(way_to_places(context)));
    blocks.back().with_next = !near.empty();
  } else if (!near.empty()) {
    heading("nearest", frame.tr("Near here"));
  }
  if (!near.empty()) blocks.push_back(near_cards(context, near, "", Numbered::no).flowing());
  if (others.empty()) return;
  heading("others", frame.tr("Without a number to call"));
  blocks.push_back(contact_cards(context, std::move(others), "").flowing());
}

}  // namespace

void draw_contacts(const Context& context) {
  ui::Frame& frame = context.frame;
  PageBody page;
  page.above = ui::picture_plate("phone", "action").grow();
  std::vector<ui::Button> asked = questions(context);
  if (!frame.size_class().is_compact() && !near_here(context).empty()) asked.push_back(way_to_places(context));
  // A low panel has room for them only beside what turns.
  if (frame.size_class().has_rail()) {
    page.style.beside = std::move(asked);
  } else {
    page.blocks.push_back(ui::button_grid(std::move(asked), Mm{60}, 3));
  }
  std::vector<catalog::Contact> found = shown(context);
  if (found.empty() && none_can_be_read(context)) {
    page.blocks = {emergency_numbers_box(context.frame, context.emergency_numbers),
                   ui::words(Role::text, "back-soon", frame.tr("The screen will come back."), ui::styles::kBody)};
  } else if (found.empty()) {
    std::string none = frame.tr("We have no contact of this kind here. Choose All, or another country.");
    page.blocks.push_back(ui::words(Role::status, "none", none, ui::styles::kBody));
  }
  add_cards(context, std::move(found), page.blocks);
  page.style.gap = Mm{3};
  draw_page(context, {.title = title_of(context), .icon = "phone"}, std::move(page));
}

void draw_filters(const Context& context) {
  ui::Frame& frame = context.frame;
  std::vector<ui::Button> buttons;
  for (const Filter& filter : all_filters(frame)) {
    buttons.push_back(choice("filter-" + (filter.topic.empty() ? "all" : filter.topic), filter.words, filter.icon,
                             filter.topic == context.place.filter, ui::ChooseFilter{filter.topic}));
    buttons.back().picture = drawing_of(context, context.catalog.filter_picture(filter.topic));
    if (!buttons.back().picture.name.empty() && filter.topic != context.place.filter) buttons.back().icon.clear();
  }
  draw_choices(context, frame.tr("What is it about?"), "format-list-bulleted", std::move(buttons));
}

void draw_countries(const Context& context) {
  ui::Frame& frame = context.frame;
  std::vector<std::string> codes{""};
  for (const catalog::Contact& contact : context.catalog.contacts(frame.settings().language, context.now.today)) {
    if (std::find(codes.begin(), codes.end(), contact.country) == codes.end()) codes.push_back(contact.country);
  }
  std::vector<ui::Button> buttons;
  for (const std::string& code : codes) {
    buttons.push_back(choice("country-" + (code.empty() ? "all" : code), country_name(frame, code),
                             code == "XZ" ? "ferry" : "map-marker", code == chosen_country(context),
                             ui::ChooseCountry{code}));
  }
  draw_choices(context, frame.tr("In which country?"), "earth", std::move(buttons));
}

}  // namespace kiosk::screens

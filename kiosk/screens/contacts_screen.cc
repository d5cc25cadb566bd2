// All contacts, and the two questions that make sense standing up: what is it about, and in which country. The
// questions are pages of their own, so that the first thing seen here is a number that can be called.
#include <algorithm>

#include "kiosk/screens/contact_view.h"
#include "kiosk/screens/near_here.h"
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
  // What can be dialled comes before what has to be asked for.
  std::stable_partition(found.begin(), found.end(), [](const catalog::Contact& c) { return !c.numbers.empty(); });
  return found;
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
  if (!near_here(context).empty()) {
    ui::Button& near = buttons.emplace_back();
    near.id = "near-here";
    near.icon = "map-marker-radius";
    near.label = frame.tr("Near here");
    near.action = ui::Open{ui::Screen::near_here};
  }
  return buttons;
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

}  // namespace

void draw_contacts(const Context& context) {
  ui::Frame& frame = context.frame;
  std::vector<catalog::Contact> contacts = shown(context);
  auto contact = [&](int i) -> const catalog::Contact& { return contacts[static_cast<size_t>(i)]; };
  draw_page(context, {frame.tr("Get help now"), "", "action", false}, 330, [&](const Rect& column) {
    float y = column.y;
    if (contacts.empty() && none_can_be_read(context))
      return draw_emergency_numbers(frame, context.emergency_numbers, column);
    if (contacts.empty()) {
      std::string none = frame.tr("We have no contact of this kind here. Choose All, or another country.");
      y += frame.words(Role::status, "none", none, ui::styles::kBody, {column.x, y, column.width, 0});
    } else {
      y += draw_row_pages(context,
                          {static_cast<int>(contacts.size()),
                           [&](int i, float width) { return contact_card_height(context, contact(i), width); },
                           [&](int i, const Rect& at) { draw_contact_card(context, contact(i), "", at); }},
                          {column.x, y, column.width, 0});
    }
    y += frame.mm(4);
    return y + draw_buttons(frame, questions(context), {column.x, y, column.width, 0}, 60, 2) - column.y;
  });
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
  draw_page(context, {frame.tr("What is it about?"), "", "action", false}, 330,
            [&](const Rect& column) { return draw_buttons(frame, buttons, column, 60, 3); });
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
  draw_page(context, {frame.tr("In which country?"), "", "action", false}, 330,
            [&](const Rect& column) { return draw_buttons(frame, buttons, column, 60, 3); });
}

}  // namespace kiosk::screens

// All contacts, and the few questions that make sense standing up: what is it about, and in which country.
#include <algorithm>
#include <array>

#include "kiosk/screens/contact_view.h"
#include "kiosk/screens/page.h"
#include "kiosk/screens/screens.h"
#include "kiosk/screens/topic_list.h"
#include "kiosk/ui/button.h"

namespace kiosk::screens {
namespace {

using accessibility::Role;

std::string chosen_country(const Context& context) {
  return context.place.country == "*" ? context.catalog.pack().country : context.place.country;
}

std::vector<ui::Button> filters(const Context& context) {
  const ui::Frame& frame = context.frame;
  // R57: a filter never says what somebody may be a victim of.
  const std::vector<std::array<std::string, 3>> all{
      {"", frame.tr("All"), "format-list-bulleted"},
      {"danger", frame.tr("In danger now"), "alert"},
      {"trafficking", frame.tr("Forced or cheated"), "key-variant"},
      {"children", frame.tr("Children"), "human-child"},
      {"going_home", frame.tr("Going home"), "home-variant"},
      {"documents", frame.tr("Papers"), "file-document"},
  };
  std::vector<ui::Button> buttons;
  for (const auto& [topic, label, icon] : all) {
    ui::Button& button = buttons.emplace_back();
    bool selected = context.place.filter == topic;
    button.id = "filter-" + (topic.empty() ? "all" : topic);
    button.label = label;
    button.icon = selected ? "check" : icon;
    button.look = selected ? ui::Look::primary : ui::Look::secondary;
    button.role = Role::choice;
    button.state.selected = selected;
    button.action = {ui::ActionKind::filter, topic};
  }
  ui::Button& country = buttons.emplace_back();
  country.id = "country";
  country.label = ui::fill(frame.tr("Where: {1}"), {country_name(frame, chosen_country(context))});
  country.icon = "earth";
  country.action = {ui::ActionKind::open_countries, ""};
  return buttons;
}

std::vector<catalog::Contact> shown(const Context& context) {
  std::vector<catalog::Contact> found;
  std::string country = chosen_country(context);
  const std::string& filter = context.place.filter;
  for (catalog::Contact& contact : context.catalog.contacts(context.frame.settings().language, context.now.today)) {
    bool about = filter.empty() || std::find(contact.topics.begin(), contact.topics.end(), filter) != contact.topics.end();
    if (about && (country.empty() || contact.country == country)) found.push_back(std::move(contact));
  }
  // What can be dialled comes before what has to be asked for.
  std::stable_partition(found.begin(), found.end(), [](const catalog::Contact& c) { return !c.numbers.empty(); });
  return found;
}

}  // namespace

void draw_contacts(const Context& context) {
  ui::Frame& frame = context.frame;
  std::vector<ui::Button> buttons = filters(context);
  std::vector<catalog::Contact> contacts = shown(context);
  auto button = [&](int i) -> const ui::Button& { return buttons[static_cast<size_t>(i)]; };
  auto contact = [&](int i) -> const catalog::Contact& { return contacts[static_cast<size_t>(i)]; };
  draw_page(context, {frame.tr("Get help now"), "", "action", false}, 330, [&](const Rect& column) {
    float y = column.y;
    Grid grid = Grid::of(column, frame.mm(3), frame.mm(46) * std::max(1.0f, frame.settings().text_scale * 0.9f), 4);
    y += grid.draw(static_cast<int>(buttons.size()), [&](int i, float width) { return button_height(frame, button(i), width); },
                   [&](int i, const Rect& at) { draw_button(frame, button(i), at); });
    y += frame.mm(5);
    if (contacts.empty()) {
      std::string none = frame.tr("We have no contact of this kind here. Choose All, or another country.");
      return y + frame.words(Role::status, "none", none, ui::styles::kBody, {column.x, y, column.width, 0}) - column.y;
    }
    y += draw_row_pages(context,
                        {static_cast<int>(contacts.size()),
                         [&](int i, float width) { return contact_card_height(context, contact(i), width); },
                         [&](int i, const Rect& at) { draw_contact_card(context, contact(i), "", at); }},
                        {column.x, y, column.width, 0});
    return y - column.y;
  });
}

void draw_countries(const Context& context) {
  ui::Frame& frame = context.frame;
  std::vector<std::string> codes{""};
  for (const catalog::Contact& contact : context.catalog.contacts(frame.settings().language, context.now.today)) {
    if (std::find(codes.begin(), codes.end(), contact.country) == codes.end()) codes.push_back(contact.country);
  }
  std::vector<ui::Button> buttons;
  for (const std::string& code : codes) {
    ui::Button& button = buttons.emplace_back();
    bool selected = code == chosen_country(context);
    button.id = "country-" + (code.empty() ? "all" : code);
    button.label = country_name(frame, code);
    button.icon = selected ? "check" : code == "XZ" ? "ferry" : "map-marker";
    button.look = selected ? ui::Look::primary : ui::Look::secondary;
    button.role = Role::choice;
    button.state.selected = selected;
    button.action = {ui::ActionKind::choose_country, code};
  }
  auto button = [&](int i) -> const ui::Button& { return buttons[static_cast<size_t>(i)]; };
  draw_page(context, {frame.tr("In which country?"), "", "action", false}, 330, [&](const Rect& column) {
    Grid grid = Grid::of(column, frame.mm(4), frame.mm(60) * std::max(1.0f, frame.settings().text_scale * 0.8f), 3);
    return grid.draw(static_cast<int>(buttons.size()), [&](int i, float width) { return button_height(frame, button(i), width); },
                     [&](int i, const Rect& at) { draw_button(frame, button(i), at); });
  });
}

}  // namespace kiosk::screens

// A contact without a number must not be a dead end. Where this kiosk has a desk, the page says where it is and whether
// somebody is there; where it has none, no page sends anybody to it: the page says what is not known and shows who can
// be called instead.
#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

#include "kiosk/screens/contact_view.h"

namespace kiosk::screens {
namespace {

constexpr size_t kMostInstead = 2;

std::string where_in_words(const ui::Frame& frame, const config::Desk& desk) {
  auto own = desk.where.find(frame.language());
  if (own != desk.where.end()) return own->second;
  switch (desk.direction) {
    case config::DeskDirection::left: return frame.tr("It is on your left.");
    case config::DeskDirection::right: return frame.tr("It is on your right.");
    case config::DeskDirection::ahead: return frame.tr("It is behind this screen.");
    case config::DeskDirection::behind: return frame.tr("It is behind you.");
    case config::DeskDirection::upstairs: return frame.tr("It is upstairs.");
    case config::DeskDirection::downstairs: return frame.tr("It is downstairs.");
    case config::DeskDirection::unknown: return "";
  }
  KIOSK_CHECK(false);
}

}  // namespace

std::string desk_in_words(const Context& context) {
  const ui::Frame& frame = context.frame;
  std::string words = frame.tr("Ask the people at the desk here.");
  if (std::string where = where_in_words(frame, context.desk); !where.empty()) words += " " + where;
  if (!context.desk.open || !context.now.hour_known) return words;
  bool open = context.desk.open->open_at(context.now.day, context.now.minute);
  return words + " " + (open ? frame.tr("The desk is open now.") : frame.tr("The desk is closed now."));
}

// Left is left in every language, while an arrow of the icon font turns with the reading direction.
std::string desk_icon(const Context& context) {
  bool turned = context.frame.settings().language.direction() == Direction::right_to_left;
  switch (context.desk.direction) {
    case config::DeskDirection::left: return turned ? "arrow-right" : "arrow-left";
    case config::DeskDirection::right: return turned ? "arrow-left" : "arrow-right";
    case config::DeskDirection::upstairs:
    case config::DeskDirection::downstairs: return "stairs";
    case config::DeskDirection::ahead:
    case config::DeskDirection::behind:
    case config::DeskDirection::unknown: return "account";
  }
  KIOSK_CHECK(false);
}

namespace {

bool shares_need(const catalog::Contact& one, const catalog::Contact& other) {
  return std::any_of(one.topics.begin(), one.topics.end(), [&](const std::string& topic) {
    return std::find(other.topics.begin(), other.topics.end(), topic) != other.topics.end();
  });
}

// From the kiosk, where both places are known.
double distance_of(const Context& context, const catalog::Contact& contact) {
  if (!context.position || !contact.coordinates) return std::numeric_limits<double>::infinity();
  return distance_km(*context.position, *contact.coordinates);
}

bool place_is_known(const catalog::Contact& contact) {
  return !contact.ask_staff && (!contact.address.empty() || !contact.directions.empty());
}

}  // namespace

std::string ask_in_words(const Context& context, const catalog::Contact& contact) {
  if (!contact.numbers.empty() || place_is_known(contact)) return "";
  if (!contact.ask_staff && !contact.website.empty()) return "";
  const ui::Frame& frame = context.frame;
  bool office = contact.kind == catalog::ContactKind::office;
  std::string missing = !contact.ask_staff ? ""
                        : office           ? frame.tr("We do not know for sure how to reach this office.")
                                           : frame.tr("No sure number is known.");
  if (!context.desk.present) return missing;
  return missing + (missing.empty() ? "" : " ") + desk_in_words(context);
}

bool is_live(const catalog::Contact& contact) { return !contact.numbers.empty() || place_is_known(contact); }

std::vector<catalog::Contact> instead_of(const Context& context, const catalog::Contact& contact) {
  const std::string& here = context.catalog.pack().country;
  // What comes first; `none` is no help.
  enum Rank { called_there, called_here, gone_to_here, called_for_anything, none };
  auto rank = [&](const catalog::Contact& other) {
    bool called = !other.numbers.empty(), same_need = shares_need(contact, other);
    if (same_need && called && other.country == contact.country) return called_there;
    if (same_need && called && other.country == here) return called_here;
    if (same_need && other.country == here && is_live(other)) return gone_to_here;
    if (called && other.country == here && other.kind == catalog::ContactKind::emergency) return called_for_anything;
    return none;
  };
  std::vector<catalog::Contact> found = context.catalog.contacts(context.frame.settings().language, context.now.today);
  std::erase_if(found, [&](const catalog::Contact& other) { return other.id == contact.id || rank(other) == none; });
  std::stable_sort(found.begin(), found.end(), [&](const catalog::Contact& a, const catalog::Contact& b) {
    return std::pair(rank(a), distance_of(context, a)) < std::pair(rank(b), distance_of(context, b));
  });
  if (found.size() > kMostInstead) found.erase(found.begin() + kMostInstead, found.end());
  return found;
}

std::vector<ui::Box> instead_blocks(const Context& context, const catalog::Contact& contact) {
  std::vector<catalog::Contact> others = instead_of(context, contact);
  if (others.empty()) return {};
  std::string words = context.frame.tr("You can turn to these instead:");
  ui::TextStyle style = ui::styles::kBody;
  style.balanced = true;
  return {ui::words(accessibility::Role::heading, "instead", words, style).keep_with_next(),
          contact_cards(context, std::move(others), "instead-")};
}

}  // namespace kiosk::screens

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

std::string desk_in_words(const Context& context) {
  const ui::Frame& frame = context.frame;
  std::string words = frame.tr("Ask the people at the desk here.");
  if (std::string where = where_in_words(frame, context.desk); !where.empty()) words += " " + where;
  if (!context.desk.open || !context.now.hour_known) return words;
  bool open = context.desk.open->open_at(context.now.day, context.now.minute);
  return words + " " + (open ? frame.tr("The desk is open now.") : frame.tr("The desk is closed now."));
}

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

std::vector<catalog::Contact> instead_of(const Context& context, const catalog::Contact& contact) {
  const std::string& here = context.catalog.pack().country;
  std::vector<catalog::Contact> same_country, this_country;
  for (catalog::Contact& other : context.catalog.contacts(context.frame.settings().language, context.now.today)) {
    if (other.numbers.empty() || other.id == contact.id || !shares_need(contact, other)) continue;
    if (other.country == contact.country) {
      same_country.push_back(std::move(other));
    } else if (other.country == here) {
      this_country.push_back(std::move(other));
    }
  }
  std::vector<catalog::Contact>& chosen = same_country.empty() ? this_country : same_country;
  std::stable_sort(chosen.begin(), chosen.end(), [&](const catalog::Contact& a, const catalog::Contact& b) {
    return distance_of(context, a) < distance_of(context, b);
  });
  if (chosen.size() > kMostInstead) chosen.erase(chosen.begin() + kMostInstead, chosen.end());
  return std::move(chosen);
}

}  // namespace kiosk::screens

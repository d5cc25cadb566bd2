#include <algorithm>
#include <optional>
#include <utility>

#include "kiosk/base/clock_time.h"
#include "kiosk/base/opening_hours.h"
#include "kiosk/catalog/names.h"
#include "kiosk/screens/contact_view.h"
#include "kiosk/screens/near_here.h"
#include "kiosk/screens/topic_list.h"

namespace kiosk::screens {
namespace {

std::string day_name(const ui::Frame& frame, int day) {
  const std::string names[] = {frame.tr("Monday"), frame.tr("Tuesday"),  frame.tr("Wednesday"), frame.tr("Thursday"),
                               frame.tr("Friday"), frame.tr("Saturday"), frame.tr("Sunday")};
  return names[day % 7];
}

// Times stand left to right in every language.
std::string span_of(int opens, int closes) {
  return "\u2066" + format_clock_time(opens) + "\u2013" + format_clock_time(closes) + "\u2069";
}

std::string spans_in_words(const ui::Frame& frame, const OpenSpans& spans) {
  std::string words;
  for (const OpenSpan& span : spans) {
    words += (words.empty() ? "" : frame.tr(", ")) +
             span_of(span.opens, span.closes > kMinutesPerDay ? span.closes - kMinutesPerDay : span.closes);
  }
  return words;
}

// The kiosk does not know whether today is a public holiday: where that makes a difference, the visitor is told of it.
bool depends_on_holiday(const Context& context, const OpeningHours& hours) {
  if (!hours.holidays) return false;
  OpeningHours on_holidays;
  on_holidays.days.fill(*hours.holidays);
  return hours.open_at(context.now.day, context.now.minute) != on_holidays.open_at(context.now.day, context.now.minute);
}

std::string open_now(const Context& context, const OpeningHours& hours) {
  const ui::Frame& frame = context.frame;
  const bool open = hours.open_at(context.now.day, context.now.minute);
  if (!depends_on_holiday(context, hours)) return open ? frame.tr("Open now.") : frame.tr("Closed now.");
  return open ? frame.tr("Open now, if today is not a public holiday.")
              : frame.tr("Closed now, if today is not a public holiday.");
}

std::optional<OpeningHours> hours_of(const catalog::Contact& contact) {
  if (!contact.hours) return std::nullopt;
  auto hours = OpeningHours::parse(*contact.hours);
  return hours.ok() ? std::optional(*hours) : std::nullopt;
}

// "Open now" needs the right time: another country has another, and this kiosk's clock may not be trusted. Otherwise
// the card shows the hours and does not say whether it is open.
bool knows_whether_open(const Context& context, const catalog::Contact& contact) {
  return contact.country == context.catalog.pack().country && context.now.hour_known;
}

std::string hours_in_words(const Context& context, const catalog::Contact& contact, const OpeningHours& hours) {
  const ui::Frame& frame = context.frame;
  if (hours.always()) return frame.tr("Open now. Open day and night, every day.");
  std::string words;
  for (const OpenDays& days : hours.groups()) {
    if (!words.empty()) words += " ";
    std::string spans = spans_in_words(frame, days.spans);
    words += days.first == days.last ? ui::fill(frame.tr("{1}, {2}."), {day_name(frame, days.first), spans})
                                     : ui::fill(frame.tr("{1} to {2}, {3}."),
                                                {day_name(frame, days.first), day_name(frame, days.last), spans});
  }
  if (hours.holidays) {
    words += " " + (hours.holidays->empty()
                        ? frame.tr("Closed on public holidays.")
                        : ui::fill(frame.tr("On public holidays, {1}."), {spans_in_words(frame, *hours.holidays)}));
  }
  if (!knows_whether_open(context, contact)) return words;
  return open_now(context, hours) + " " + words;
}

// An address may be longer than a line: it may be broken after its dots and strokes.
std::string breakable(const std::string& address) {
  std::string with_breaks;
  for (char c : address) {
    with_breaks += c;
    if (c == '.' || c == '/') with_breaks += "\u200B";
  }
  return with_breaks;
}

bool no_cost_known(const catalog::Contact& contact) {
  return std::all_of(contact.numbers.begin(), contact.numbers.end(),
                     [](const catalog::Number& number) { return number.cost == catalog::Cost::unknown; });
}

// What the catalog calls a country or a language; else its code.
std::string named(const ui::Frame& frame, const std::string& key, const std::string& code) {
  std::string name = frame.tr(key);
  return name == key ? code : name;
}

std::string names_of(const ui::Frame& frame, const std::vector<LanguageTag>& languages) {
  std::string list;
  for (const LanguageTag& tag : languages) {
    if (!list.empty()) list += frame.tr(", ");
    list += named(frame, catalog::language_key(tag.str()), tag.str());
  }
  return list;
}

}  // namespace

std::string who_in_words(const ui::Frame& frame, const std::string& who) {
  if (who == "police") return frame.tr("The police answer.");
  if (who == "state") return frame.tr("A government office answers.");
  if (who == "un") return frame.tr("A United Nations organization answers.");
  if (who == "ngo") return frame.tr("An aid organization answers.");
  return frame.tr("Volunteers answer.");
}

std::string country_name(const ui::Frame& frame, const std::string& code) {
  if (code.empty()) return frame.tr("All countries");
  if (code == "XZ") return frame.tr("At sea");
  return named(frame, catalog::country_key(code), code);
}

bool none_can_be_read(const Context& context) {
  return context.catalog.contacts(context.frame.settings().language, context.now.today).empty();
}

ui::PhoneNumber phone_of(const Context& context, const catalog::Contact& contact, const catalog::Number& number,
                         std::string id) {
  bool national = contact.country == context.catalog.pack().country && !number.national.empty();
  return {std::move(id), number.dial, national ? number.national : number.display, contact.name};
}

std::vector<ui::Chip> chips_of(const Context& context, const catalog::Contact& contact, size_t number) {
  const ui::Frame& frame = context.frame;
  std::string suffix = "-" + std::to_string(number);
  std::vector<ui::Chip> chips;
  switch (contact.numbers[number].cost) {
    case catalog::Cost::free: chips.push_back({"cost" + suffix, "check-circle", frame.tr("Free")}); break;
    case catalog::Cost::paid: chips.push_back({"cost" + suffix, "cash", frame.tr("You pay")}); break;
    case catalog::Cost::unknown:
      if (!no_cost_known(contact)) chips.push_back({"cost" + suffix, "cash", frame.tr("Cost not known")});
  }
  if (number > 0) return chips;
  if (auto hours = hours_of(contact); !hours) {
    chips.push_back({"hours" + suffix, "clock", frame.tr("Hours not known")});
  } else if (hours->always()) {
    chips.push_back({"hours" + suffix, "clock", frame.tr("Open day and night")});
  } else if (knows_whether_open(context, contact) && !depends_on_holiday(context, *hours)) {
    bool open = hours->open_at(context.now.day, context.now.minute);
    chips.push_back({"hours" + suffix, "clock", open ? frame.tr("Open now") : frame.tr("Closed now")});
  }
  if (contact.languages) chips.push_back({"languages" + suffix, "web", names_of(frame, *contact.languages)});
  return chips;
}

std::string unknown_of(const Context& context, const catalog::Contact& contact) {
  const ui::Frame& frame = context.frame;
  std::string list;
  auto add = [&](const std::string& words) { list += (list.empty() ? "" : frame.tr(", ")) + words; };
  if (!contact.numbers.empty() && no_cost_known(contact)) add(frame.tr("what the call costs"));
  if (contact.numbers.empty() && !hours_of(contact)) add(frame.tr("when it is open"));
  if (!contact.languages) add(frame.tr("which languages they speak"));
  return list.empty() ? "" : ui::fill(frame.tr("We do not know: {1}."), {list});
}

std::vector<Fact> facts_beside_chips(const Context& context, const catalog::Contact& contact) {
  std::vector<Fact> facts = facts_of(context, contact);
  bool has_chips = !contact.numbers.empty();
  std::erase_if(facts, [&](const Fact& fact) {
    return has_chips && (fact.id == "languages" || (fact.id == "hours" && contact.hours == "24/7"));
  });
  if (std::string unknown = unknown_of(context, contact); !unknown.empty())
    facts.push_back({"unknown", "help-circle-outline", std::move(unknown)});
  return facts;
}

std::vector<Fact> facts_of(const Context& context, const catalog::Contact& contact) {
  const ui::Frame& frame = context.frame;
  std::vector<Fact> facts;
  if (auto hours = hours_of(contact)) facts.push_back({"hours", "clock", hours_in_words(context, contact, *hours)});
  if (contact.languages) {
    std::string names = names_of(frame, *contact.languages);
    facts.push_back({"languages", "web", ui::fill(frame.tr("Languages: {1}."), {names})});
  }
  facts.push_back(
      {"answers", "account", contact.answers.empty() ? who_in_words(frame, contact.who_answers) : contact.answers});
  if (!contact.address.empty()) facts.push_back({"address", "map-marker", contact.address});
  if (!contact.county.empty())
    facts.push_back({"county", "map", ui::fill(frame.tr("County: {1}"), {"\u2068" + contact.county + "\u2069"})});
  if (!contact.directions.empty()) facts.push_back({"directions", "directions", contact.directions});
  if (auto km = km_to(context, contact))
    facts.push_back({"distance", "map-marker-radius", distance_in_words(frame, *km, contact.exactness)});
  if (!contact.website.empty()) {
    facts.push_back({"website", "earth",
                     ui::fill(frame.tr("On the web: {1}"), {"\u2066" + breakable(contact.website) + "\u2069"})});
  }
  return facts;
}

std::string verification_of(const Context& context, const catalog::Contact& contact) {
  const ui::Frame& frame = context.frame;
  std::string words;
  if (!contact.sources.empty()) {
    const catalog::Source& source = contact.sources.front();
    const std::string& who = source.publisher.empty() ? source.title : source.publisher;
    std::string isolated = "\u2068" + who + "\u2069";
    words = source.date ? ui::fill(frame.tr("Published by {1}, {2}."), {isolated, date_in_words(frame, *source.date)})
                        : ui::fill(frame.tr("Published by {1}, without a date."), {isolated});
    words += " ";
  }
  std::string checked = date_in_words(frame, contact.verified_on);
  bool ran_out = !contact.numbers.empty() && context.now.today > contact.expires_on;
  if (ran_out) return words + ui::fill(frame.tr("Not checked since {1}."), {checked});
  words += ui::fill(frame.tr("We checked this on {1}."), {checked}) + " ";
  switch (contact.verification) {
    case catalog::Verification::test_call: return words + frame.tr("We called and somebody answered.");
    case catalog::Verification::owner_confirmed: return words + frame.tr("The owner told us that it is right.");
    case catalog::Verification::published_source: break;
  }
  return contact.numbers.empty() ? words : words + frame.tr("We have not called it to test it.");
}

}  // namespace kiosk::screens

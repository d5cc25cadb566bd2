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
std::string open_now(const Context& context, const OpeningHours& hours) {
  const ui::Frame& frame = context.frame;
  const bool open = hours.open_at(context.now.day, context.now.minute);
  if (!hours.holidays) return open ? frame.tr("Open now.") : frame.tr("Closed now.");
  OpeningHours on_holidays;
  on_holidays.days.fill(*hours.holidays);
  if (open == on_holidays.open_at(context.now.day, context.now.minute))
    return open ? frame.tr("Open now.") : frame.tr("Closed now.");
  return open ? frame.tr("Open now, if today is not a public holiday.")
              : frame.tr("Closed now, if today is not a public holiday.");
}

std::string hours_in_words(const Context& context, const catalog::Contact& contact) {
  const ui::Frame& frame = context.frame;
  if (!contact.hours) return frame.tr("We do not know the opening hours.");
  auto hours = OpeningHours::parse(*contact.hours);
  if (!hours.ok()) return frame.tr("We do not know the opening hours.");
  if (hours->always()) return frame.tr("Open now. Open day and night, every day.");
  std::string words;
  for (const OpenDays& days : hours->groups()) {
    if (!words.empty()) words += " ";
    std::string spans = spans_in_words(frame, days.spans);
    words += days.first == days.last ? ui::fill(frame.tr("{1}, {2}."), {day_name(frame, days.first), spans})
                                     : ui::fill(frame.tr("{1} to {2}, {3}."),
                                                {day_name(frame, days.first), day_name(frame, days.last), spans});
  }
  if (hours->holidays) {
    words += " " + (hours->holidays->empty()
                        ? frame.tr("Closed on public holidays.")
                        : ui::fill(frame.tr("On public holidays, {1}."), {spans_in_words(frame, *hours->holidays)}));
  }
  // Elsewhere the clock shows another time, and here nobody may vouch for it: then only the hours, not whether it is
  // open.
  if (contact.country != context.catalog.pack().country || !context.now.hour_known) return words;
  return open_now(context, *hours) + " " + words;
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

std::string cost_in_words(const ui::Frame& frame, const catalog::Contact& contact) {
  bool free = !contact.numbers.empty(), paid = false;
  for (const catalog::Number& number : contact.numbers) {
    free = free && number.cost == catalog::Cost::free;
    paid = paid || number.cost == catalog::Cost::paid;
  }
  if (free) return frame.tr("The call is free.");
  if (paid) return frame.tr("You pay for the call.");
  return frame.tr("The call may cost money.");
}

// What the catalog calls a country or a language; else its code.
std::string named(const ui::Frame& frame, const std::string& key, const std::string& code) {
  std::string name = frame.tr(key);
  return name == key ? code : name;
}

std::string languages_in_words(const Context& context, const catalog::Contact& contact) {
  const ui::Frame& frame = context.frame;
  if (!contact.languages) return frame.tr("We do not know which languages they speak.");
  std::string list;
  for (const LanguageTag& tag : *contact.languages) {
    if (!list.empty()) list += frame.tr(", ");
    list += named(frame, catalog::language_key(tag.str()), tag.str());
  }
  return ui::fill(frame.tr("Languages: {1}."), {list});
}

std::string who_in_words(const ui::Frame& frame, const std::string& who) {
  if (who == "police") return frame.tr("The police answer.");
  if (who == "state") return frame.tr("A government office answers.");
  if (who == "un") return frame.tr("A United Nations organization answers.");
  if (who == "ngo") return frame.tr("An aid organization answers.");
  return frame.tr("Volunteers answer.");
}

}  // namespace

std::string country_name(const ui::Frame& frame, const std::string& code) {
  if (code.empty()) return frame.tr("All countries");
  if (code == "XZ") return frame.tr("At sea");
  return named(frame, catalog::country_key(code), code);
}

bool none_can_be_read(const Context& context) {
  return context.catalog.contacts(context.frame.settings().language, context.now.today).empty();
}

std::string dialled(const std::string& display) {
  std::string digits;
  for (char c : display) {
    if (c != ' ') digits += c;
  }
  return digits;
}

std::string shown_first(const Context& context, const catalog::Contact& contact, const catalog::Number& number) {
  bool at_home = contact.country == context.catalog.pack().country;
  return at_home && !number.national.empty() ? number.national : number.display;
}

std::vector<Fact> facts_of(const Context& context, const catalog::Contact& contact) {
  const ui::Frame& frame = context.frame;
  std::vector<Fact> facts;
  if (!contact.numbers.empty()) facts.push_back({"cost", "cash", cost_in_words(frame, contact)});
  facts.push_back({"hours", "clock", hours_in_words(context, contact)});
  facts.push_back({"languages", "web", languages_in_words(context, contact)});
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

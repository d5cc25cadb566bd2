#include "kiosk/publish/contact_file.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "kiosk/base/opening_hours.h"
#include "kiosk/base/slug.h"
#include "kiosk/publish/contact_calls.h"
#include "kiosk/publish/pack_file.h"
#include "kiosk/publish/phone_number.h"
#include "kiosk/publish/topic_file.h"
#include "kiosk/publish/yaml.h"
#include "kiosk/rules/address.h"

namespace kiosk::publish {
namespace {

using catalog::ContactKind;

void read_numbers(Fields& fields, ContactFile& contact, Problems& problems) {
  for (const YamlNode* node : fields.mappings("numbers")) {
    Fields entry(*node, fields.file(), "a number", problems);
    NumberEntry read;
    read.line = entry.line();
    catalog::Number& number = read.number;
    number.dial = entry.text("dial").text;
    number.display = entry.text("display").text;
    number.national = entry.text("national").text;
    if (number.dial.empty()) entry.missing("dial", "Write exactly what is dialled, in quotes: dial: \"116\"");
    auto use = entry.choice<catalog::NumberUse>("use", {{"voice", catalog::NumberUse::voice},
                                                        {"sms", catalog::NumberUse::sms},
                                                        {"whatsapp", catalog::NumberUse::whatsapp}});
    if (!entry.has("use")) entry.missing("use", "Write voice, sms or whatsapp.");
    number.use = use.value_or(catalog::NumberUse::voice);
    auto cost = entry.choice<catalog::Cost>(
        "cost", {{"free", catalog::Cost::free}, {"paid", catalog::Cost::paid}, {"unknown", catalog::Cost::unknown}});
    if (!entry.has("cost")) entry.missing("cost", "Write free, paid or unknown.");
    number.cost = cost.value_or(catalog::Cost::unknown);
    if (!entry.written("from")) {
      entry.missing("from", "Write the countries it works from, for example from: [LR]; from: [] means everywhere.");
    }
    for (const Text& country : entry.texts("from")) {
      check_country(country, fields.file(), problems);
      number.from.push_back(country.text);
    }
    entry.finish();
    complete_number(number);
    contact.numbers.push_back(std::move(read));
  }
}

void read_hours_and_languages(Fields& fields, ContactFile& contact, Problems& problems) {
  Text hours = fields.text("hours");
  if (hours.empty()) {
    fields.missing("hours", "Write \"24/7\", for example \"Mo-Fr 08:00-17:00\", or unknown.");
  } else if (hours.text != "unknown") {
    if (!OpeningHours::parse(hours.text).ok()) {
      problems.error({fields.file(), hours.line}, "\"" + hours.text + "\" are not opening hours.",
                     "Write \"24/7\", \"Mo-Fr 08:00-17:00\" or \"Mo-Th 08:00-17:00; Sa 09:00-12:00\", or unknown.");
    }
    contact.hours = hours;
  }
  if (!fields.has("languages")) {
    fields.missing("languages", "Write the languages that are spoken, for example [en], or unknown.");
    return;
  }
  if (fields.is_text("languages")) {
    Text word = fields.text("languages");
    if (word.text != "unknown") {
      problems.error({fields.file(), word.line}, "\"languages\" must be a list or unknown.",
                     "Write for example [en, fr], or unknown.");
    }
    return;
  }
  std::vector<LanguageTag> languages;
  for (const Text& text : fields.texts("languages")) {
    Result<LanguageTag> tag = LanguageTag::parse(text.text);
    if (tag.ok())
      languages.push_back(*tag);
    else
      problems.error({fields.file(), text.line}, "\"" + text.text + "\" is not a language tag.",
                     "Write for example [en, fr].");
  }
  contact.languages = std::move(languages);
}

void read_place(Fields& fields, ContactFile& contact, Problems& problems) {
  contact.address = fields.by_language("address");
  contact.county = fields.by_language("county");
  contact.directions = fields.by_language("directions");
  contact.website = fields.text("website");
  if (!contact.website.empty() && !rules::is_web_address(contact.website.text)) {
    problems.error({fields.file(), contact.website.line}, "\"" + contact.website.text + "\" is not a web address.",
                   "Write one address whole and without blanks, for example https://example.org/help.");
  }
  std::vector<Text> values = fields.texts("coordinates");
  if (values.empty()) return;
  auto degrees = [](const Text& text, double limit) -> std::optional<double> {
    char* end = nullptr;
    double value = std::strtod(text.text.c_str(), &end);
    if (end == text.text.c_str() || *end != '\0' || !(std::fabs(value) <= limit)) return std::nullopt;
    return value;
  };
  std::optional<double> latitude = degrees(values[0], 90);
  std::optional<double> longitude = values.size() == 2 ? degrees(values[1], 180) : std::nullopt;
  if (latitude && longitude) {
    contact.coordinates = {*latitude, *longitude};
  } else {
    problems.error({fields.file(), values[0].line}, "The coordinates are not a place on earth.",
                   "Write latitude and longitude in degrees, for example [6.2907, -10.7605].");
  }
}

void read_verification(Fields& fields, ContactFile& contact, Problems& problems) {
  contact.sources = read_sources(fields, problems);
  if (!fields.has("sources")) fields.missing("sources", "Say who published the number, where and when.");
  contact.expires = fields.date("expires");
  contact.expires_line = fields.line_of("expires");
  const YamlNode* node = fields.mapping("verified");
  if (!node) {
    if (!fields.has("verified")) {
      fields.missing("verified",
                     "Write when, by whom and how the contact was checked. Unchecked contacts are not published.");
    }
    return;
  }
  Fields entry(*node, fields.file(), "verified", problems);
  contact.verified_on = entry.date("on");
  contact.verified_by = entry.text("by");
  auto how = entry.choice<catalog::Verification>("how", {{"published_source", catalog::Verification::published_source},
                                                         {"owner_confirmed", catalog::Verification::owner_confirmed},
                                                         {"test_call", catalog::Verification::test_call}});
  if (!entry.has("on")) entry.missing("on", "Write the day when the contact was checked.");
  if (contact.verified_by.empty()) entry.missing("by", "Write who checked the contact.");
  if (!entry.has("how")) entry.missing("how", "Write published_source, owner_confirmed or test_call.");
  contact.verification = how.value_or(catalog::Verification::published_source);
  entry.finish();
  if (contact.expires && contact.verified_on && *contact.expires < *contact.verified_on) {
    problems.error({fields.file(), contact.expires_line}, "The contact expires before it was checked.",
                   "Correct one of the two dates, or remove expires.");
  }
}

void read_kind(Fields& fields, ContactFile& contact, Problems& problems) {
  auto kind = fields.choice<ContactKind>("kind", {{"emergency", ContactKind::emergency},
                                                  {"hotline", ContactKind::hotline},
                                                  {"office", ContactKind::office},
                                                  {"website", ContactKind::website}});
  if (!fields.has("kind")) fields.missing("kind", "Write emergency, hotline, office or website.");
  contact.kind = kind.value_or(ContactKind::hotline);
  auto show = fields.choice<Show>("show", {{"yes", Show::yes}, {"ask_staff", Show::ask_staff}, {"never", Show::never}});
  if (!fields.has("show")) fields.missing("show", "Write yes, ask_staff or never.");
  contact.show = show.value_or(Show::never);
  if (fields.text("show_reason").empty()) fields.missing("show_reason", "Write in one line why it is shown or not.");
  contact.country = fields.text("country");
  if (contact.country.empty())
    fields.missing("country", "Write the country of this contact, for example LR.");
  else
    check_country(contact.country, fields.file(), problems);
  contact.who_answers = fields.text("who_answers");
  if (contact.who_answers.empty())
    fields.missing("who_answers", "Write police, state, un, ngo or volunteers.");
  else
    fields.check_choice("who_answers", contact.who_answers, {"police", "state", "un", "ngo", "volunteers"});
  contact.topics = fields.texts("topics");
  for (const Text& topic : contact.topics) {
    fields.check_choice("topics", topic, {"danger", "trafficking", "children", "going_home", "documents"});
  }
  contact.picture = fields.text("picture");
  contact.position = fields.number("position", 0, 10000).value_or(0);
}

}  // namespace

std::optional<ContactFile> read_contact(const std::string& file, std::string_view text, Problems& problems) {
  std::optional<YamlNode> root = parse_yaml(text, file, 1, problems);
  if (!root) return std::nullopt;
  Fields fields(*root, file, "a contact", problems);
  if (root->kind != YamlNode::Kind::mapping) return std::nullopt;

  ContactFile contact;
  contact.file = file;
  contact.id = fields.text("id").text;
  std::string named = file.substr(file.find('/') + 1);
  named.resize(named.size() - std::string_view(".yaml").size());
  if (contact.id != named || !is_slug(contact.id)) {
    problems.error({file, fields.line_of("id")}, "The id \"" + contact.id + "\" is not the name of the file.",
                   "Write id: " + named + " (small letters, digits and hyphens), or rename the file.");
  }
  read_kind(fields, contact, problems);
  contact.name = fields.by_language("name");
  contact.serves = fields.by_language("serves");
  contact.answers = fields.by_language("answers");
  contact.advice = fields.by_language("advice");
  read_place(fields, contact, problems);
  read_numbers(fields, contact, problems);
  contact.calls = read_calls(fields, contact.numbers, problems);
  read_hours_and_languages(fields, contact, problems);
  read_verification(fields, contact, problems);
  fields.finish();
  return contact;
}

}  // namespace kiosk::publish

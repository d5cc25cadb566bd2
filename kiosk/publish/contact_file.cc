#include "kiosk/publish/contact_file.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <span>
#include <type_traits>

#include "kiosk/base/opening_hours.h"
#include "kiosk/base/slug.h"
#include "kiosk/catalog/choices.h"
#include "kiosk/publish/contact_calls.h"
#include "kiosk/publish/pack_file.h"
#include "kiosk/publish/phone_number.h"
#include "kiosk/publish/topic_file.h"
#include "kiosk/publish/yaml.h"
#include "kiosk/rules/address.h"

namespace kiosk::publish {
namespace {

using catalog::FactForm;

// A word that is none is reported, and leaves what was there.
template <class Choice>
void read_choice(Fields& fields, std::string_view key, Choice& choice) {
  const Text chosen = fields.text(key);
  if (chosen.empty()) return;
  const auto words = catalog::words_of_choice<Choice>();
  fields.check_choice(key, chosen, {words.begin(), words.end()});
  choice = catalog::choice_of<Choice>(chosen.text).value_or(choice);
}

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
    if (!entry.has("use")) entry.missing("use", "Write voice, sms or whatsapp.");
    read_choice(entry, "use", number.use);
    if (!entry.has("cost")) entry.missing("cost", "Write free, paid or unknown.");
    read_choice(entry, "cost", number.cost);
    if (!entry.written("from")) {
      entry.missing("from", "Write the countries it works from, for example from: [LR]; from: [] means everywhere.");
    }
    const size_t before = problems.errors();
    for (const Text& country : entry.texts("from")) {
      check_country(country, fields.file(), problems);
      number.from.push_back(country.text);
    }
    read.from_refused = problems.errors() > before;
    entry.finish();
    complete_number(number);
    contact.numbers.push_back(std::move(read));
  }
}

// One reader for each type that a field of contact_fields.h may have.
class FactReader {
 public:
  FactReader(Fields& contact, Problems& problems) : contact_(contact), problems_(problems) {
    const YamlNode* node = contact.mapping("verified");
    if (node) verified_.emplace(*node, contact.file(), "verified", problems);
    if (node || contact.has("verified")) return;
    contact.missing("verified",
                    "Write when, by whom and how the contact was checked. Unchecked contacts are not published.");
  }

  template <class Value>
  void read(const catalog::FactField<Value>& field, ContactFile& file) {
    constexpr std::string_view kInside = "verified.";
    const bool inside = field.key.starts_with(kInside);
    if (inside && !verified_) return;
    Fields& fields = inside ? *verified_ : contact_;
    const std::string_view key = field.key.substr(inside ? kInside.size() : 0);
    if (!field.wanted.empty() && !fields.has(key)) return fields.missing(key, std::string(field.wanted));
    if (!fields.has(key)) return;
    file.lines[field.key] = fields.line_of(key);
    form_ = field.form, words_ = field.words;
    value(fields, key, file.*field.value);
  }

  void finish() {
    if (verified_) verified_->finish();
  }

 private:
  void value(Fields& fields, std::string_view key, std::string& text) {
    const Text written = fields.text(key);
    judge(fields, key, written);
    text = written.text;
  }

  void value(Fields& fields, std::string_view key, std::vector<std::string>& list) {
    for (const Text& written : fields.texts(key)) {
      judge(fields, key, written);
      list.push_back(written.text);
    }
  }

  void judge(Fields& fields, std::string_view key, const Text& written) {
    switch (form_) {
      case FactForm::any: break;
      case FactForm::words: fields.check_choice(key, written, {words_.begin(), words_.end()}); break;
      case FactForm::country: check_country(written, fields.file(), problems_); break;
      case FactForm::web_address:
        if (rules::is_web_address(written.text)) break;
        problems_.error({fields.file(), written.line}, "\"" + written.text + "\" is not a web address.",
                        "Write one address whole and without blanks, for example https://example.org/help.");
    }
  }

  void value(Fields& fields, std::string_view key, Date& date) { date = fields.date(key).value_or(Date{}); }

  template <class Choice>
  requires std::is_enum_v<Choice>
  void value(Fields& fields, std::string_view key, Choice& choice) { read_choice(fields, key, choice); }

  // Opening hours; none where they are not known.
  void value(Fields& fields, std::string_view key, std::optional<std::string>& written) {
    const Text hours = fields.text(key);
    if (hours.text == "unknown") return;
    if (auto objection = objection_to_hours(hours.text))
      problems_.error({fields.file(), hours.line}, objection->problem, objection->remedy);
    written = hours.text;
  }

  void value(Fields& fields, std::string_view key, std::optional<std::vector<LanguageTag>>& languages) {
    if (fields.is_text(key)) {
      const Text word = fields.text(key);
      if (word.text == "unknown") return;
      problems_.error({fields.file(), word.line}, "\"" + std::string(key) + "\" must be a list or unknown.",
                      "Write for example [en, fr], or unknown.");
      return;
    }
    languages.emplace();
    for (const Text& text : fields.texts(key)) {
      Result<LanguageTag> tag = LanguageTag::parse(text.text);
      if (tag.ok())
        languages->push_back(*tag);
      else
        problems_.error({fields.file(), text.line}, "\"" + text.text + "\" is not a language tag.",
                        "Write for example [en, fr].");
    }
  }

  void value(Fields& fields, std::string_view key, std::optional<Position>& place) {
    const std::vector<Text> values = fields.texts(key);
    if (values.empty()) return;
    std::optional<double> latitude = degrees(values[0], 90);
    std::optional<double> longitude = values.size() == 2 ? degrees(values[1], 180) : std::nullopt;
    if (latitude && longitude) {
      place = {*latitude, *longitude};
    } else {
      problems_.error({fields.file(), values[0].line}, "The coordinates are not a place on earth.",
                      "Write latitude and longitude in degrees, for example [6.2907, -10.7605].");
    }
  }

  static std::optional<double> degrees(const Text& text, double limit) {
    char* end = nullptr;
    double value = std::strtod(text.text.c_str(), &end);
    if (end == text.text.c_str() || *end != '\0' || !(std::fabs(value) <= limit)) return std::nullopt;
    return value;
  }

  Fields& contact_;
  std::optional<Fields> verified_;
  Problems& problems_;
  FactForm form_ = FactForm::any;
  std::span<const std::string_view> words_;
};

void read_facts(Fields& fields, ContactFile& contact, Problems& problems) {
  FactReader reader(fields, problems);
  catalog::each_contact_fact([&](const auto& field) { reader.read(field, contact); });
  reader.finish();
  if (contact.expires_on != Date{} && contact.verified() && contact.expires_on < contact.verified_on) {
    problems.error({fields.file(), contact.line_of("expires")}, "The contact expires before it was checked.",
                   "Correct one of the two dates, or remove expires.");
  }
}

void read_reviews(Fields& fields, ContactFile& contact, Problems& problems) {
  contact.reviewed_by = fields.by_language("reviewed_by");
  for (const auto& [language, written] : fields.by_language("reviewed_on")) {
    if (auto day = parse_date(written.text); day.ok()) {
      contact.reviewed_on.emplace(language, *day);
    } else {
      problems.error({fields.file(), written.line}, "\"" + written.text + "\" is not a day.",
                     "Write year-month-day, for example 2026-11-23.");
    }
  }
  for (const auto& [language, who] : contact.reviewed_by) {
    if (contact.reviewed(language)) continue;
    problems.error({fields.file(), who.line},
                   "It does not say when " + who.text + " read the words in " + language.str() + ".",
                   "Write reviewed_on: {" + language.str() + ": year-month-day}, or leave reviewed_by out.");
  }
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
  read_facts(fields, contact, problems);
  if (fields.text("show_reason").empty()) fields.missing("show_reason", "Write in one line why it is shown or not.");
  contact.picture = fields.text("picture");
  contact.position = fields.number("position", 0, 10000).value_or(0);
  for (const auto& field : catalog::kContactTexts<TextByLanguage>) contact.*field.words = fields.by_language(field.key);
  read_reviews(fields, contact, problems);
  read_numbers(fields, contact, problems);
  contact.calls = read_calls(fields, contact.numbers, problems);
  contact.sources = read_sources(fields, problems);
  if (!fields.has("sources")) fields.missing("sources", "Say who published the number, where and when.");
  fields.finish();
  return contact;
}

}  // namespace kiosk::publish

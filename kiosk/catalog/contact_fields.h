// Every field of a contact, once: its member, the name by which an editor writes it, its column in contacts.db, and
// what it is for. Whatever walks the fields walks these two tables: the reader of contacts/*.yaml, the checks, the
// coverage, the SQL of writer and reader, what signers are shown, the layout check. Written out in each of them, a
// field was easily forgotten in one, and no test misses what no one thought of. Not here: id, numbers and sources,
// which are rows of their own. A new field is a member and a row here, a column in SCHEMA.md, a line in
// content/AUTHORING.md, and its place on the card (screens/contact_facts.cc). The rows are the columns, in this order:
// with another, raise kContactsFormat.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "kiosk/base/date.h"
#include "kiosk/base/language_tag.h"
#include "kiosk/base/position.h"

namespace kiosk::catalog {

inline constexpr int32_t kContactsFormat = 3;

enum class ContactKind { emergency, hotline, office, website };
// Whether a contact's numbers may be on the screen while it has not expired.
enum class Show { yes, ask_staff, never };
// What a contact's coordinates are those of.
enum class Exactness { unknown, building, quarter, town };
enum class Verification { published_source, owner_confirmed, test_call };

// `Words` is a text, or a text in every language.
template <class Words>
struct ContactTexts {
  Words name = {}, serves = {}, answers = {}, advice = {}, address = {}, county = {};
  Words directions = {};  // the way there by landmarks
};

// What a text is to its reader.
enum class TextRole {
  name,      // no sentence, but in every language of the card
  sentence,  // to be read and heard: a card has all of them in one language
  place,     // the same in every language: a translation may leave it out
};

template <class Words>
struct TextField {
  std::string_view key;  // in YAML and of the column
  Words ContactTexts<Words>::*words;
  TextRole role;
  std::string_view wanted = {};  // what to write; empty: it may be left out
};

template <class Words>
inline constexpr TextField<Words> kContactTexts[] = {
    {"name", &ContactTexts<Words>::name, TextRole::name, "what it is called"},
    {"serves", &ContactTexts<Words>::serves, TextRole::sentence, "whom it helps"},
    {"answers", &ContactTexts<Words>::answers, TextRole::sentence, "who answers"},
    {"advice", &ContactTexts<Words>::advice, TextRole::sentence},
    {"address", &ContactTexts<Words>::address, TextRole::place},
    {"county", &ContactTexts<Words>::county, TextRole::place},
    {"directions", &ContactTexts<Words>::directions, TextRole::sentence},
};

struct ContactFacts {
  ContactKind kind = ContactKind::hotline;
  Show show = Show::never;
  std::string country;
  std::vector<std::string> topics;
  std::string who_answers;
  std::optional<Position> coordinates;
  Exactness exactness = Exactness::unknown;
  std::string coordinates_credit;  // whose they are, as their licence asks for
  std::string website;
  std::optional<std::string> hours;                   // "24/7" or OpenStreetMap form; none: unknown
  std::optional<std::vector<LanguageTag>> languages;  // none: unknown
  Verification verification = Verification::published_source;
  Date verified_on{};  // 1970-01-01: never
  std::string verified_by;
  Date expires_on{};
};

// What a text among the facts must be like; `words` lists what is allowed.
enum class FactForm { any, words, country, web_address };

template <class Value>
struct FactField {
  std::string_view key;     // in YAML; "verified.on" is `on` inside of `verified`
  std::string_view column;  // of a position two, with a comma
  Value ContactFacts::*value;
  std::string_view wanted = {};  // what to write; empty: it may be left out
  FactForm form = FactForm::any;
  std::span<const std::string_view> words = {};
};
// Clang 14 does not deduce the argument of an aggregate by itself.
template <class Value, class... Rest>
FactField(std::string_view, std::string_view, Value ContactFacts::*, const Rest&...) -> FactField<Value>;

inline constexpr std::string_view kWhoAnswers[] = {"police", "state", "un", "ngo", "volunteers"};
inline constexpr std::string_view kContactTopics[] = {"danger", "trafficking", "children", "going_home", "documents"};

inline constexpr std::tuple kContactFacts{
    FactField{"kind", "kind", &ContactFacts::kind, "Write emergency, hotline, office or website."},
    FactField{"show", "show", &ContactFacts::show, "Write yes, ask_staff or never."},
    FactField{"country", "country", &ContactFacts::country, "Write the country of this contact, for example LR.",
              FactForm::country},
    FactField{"topics", "topics", &ContactFacts::topics, "", FactForm::words, kContactTopics},
    FactField{"who_answers", "who_answers", &ContactFacts::who_answers, "Write police, state, un, ngo or volunteers.",
              FactForm::words, kWhoAnswers},
    FactField{"coordinates", "latitude, longitude", &ContactFacts::coordinates},
    FactField{"exactness", "exactness", &ContactFacts::exactness},
    FactField{"coordinates_credit", "coordinates_credit", &ContactFacts::coordinates_credit},
    FactField{"website", "website", &ContactFacts::website, "", FactForm::web_address},
    FactField{"hours", "hours", &ContactFacts::hours, "Write \"24/7\", for example \"Mo-Fr 08:00-17:00\", or unknown."},
    FactField{"languages", "languages", &ContactFacts::languages,
              "Write the languages that are spoken, for example [en], or unknown."},
    FactField{"verified.how", "verification", &ContactFacts::verification,
              "Write published_source, owner_confirmed or test_call."},
    FactField{"verified.on", "verified_on", &ContactFacts::verified_on, "Write the day when the contact was checked."},
    FactField{"verified.by", "verified_by", &ContactFacts::verified_by, "Write who checked the contact."},
    FactField{"expires", "expires_on", &ContactFacts::expires_on},
};

// Calls `visit` with each row of kContactFacts.
template <class Visit>
void each_contact_fact(Visit&& visit) {
  std::apply([&](const auto&... field) { (visit(field), ...); }, kContactFacts);
}

// The columns of the tables contact and contact_text behind their first ones, with a comma between two.
std::string contact_fact_columns();
std::string contact_text_columns();

// One column after another, in the order of contact_fact_columns().
std::vector<std::string> names_of_fact_columns();

}  // namespace kiosk::catalog

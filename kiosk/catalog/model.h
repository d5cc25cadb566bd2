// What a catalog holds, as plain values. Words are already in one language: the reader picks it, and `language` says
// which one it found, so that nothing falls back silently (R75).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/base/date.h"
#include "kiosk/base/language_tag.h"
#include "kiosk/base/position.h"
#include "kiosk/base/sensitivity.h"
#include "kiosk/catalog/contact_fields.h"

namespace kiosk::catalog {

using kiosk::Sensitivity;

// Who has read a text: the source language needs nobody, a translation a native speaker.
enum class Review { source, reviewed, unreviewed };

struct Pack {
  std::string id;
  std::string title;      // in the source language; Catalog::title() has the others
  std::string country;    // ISO 3166-1 alpha-2, where the kiosk stands
  std::string time_zone;  // IANA name
  Date published;
  int64_t version = 0;  // raised by every release; 0 for a catalog that was built and not published
  LanguageTag source_language;
};

struct Titled {
  std::string title;
  LanguageTag language;  // of the title
};

// The name among the interface's messages under which the credit of the map's outlines is kept.
inline constexpr const char* kMapCredit = "map:credit";

struct Language {
  LanguageTag tag;
  std::string name;          // its own name in its own script
  bool spoken_only = false;  // nothing is written in it: its recordings speak the words of the source language
};

// A drawing of the picture language. Its files are among the media: drawing_file.h says where.
struct Drawing {
  std::string name;
  bool mirrored = false;  // in right-to-left languages
  std::string words;      // what it shows
  LanguageTag language;   // of the words
};

struct Section {
  std::string id;
  std::string parent;  // empty: on the home screen
  std::string screen;  // "contacts", "news", or empty: lists its topics
  std::string icon;
  std::string colour;  // a role of the theme: action, teal, ochre, plum, green, slate, terracotta
  std::string title;
  LanguageTag language;      // of the title
  std::string picture = {};  // name of a drawing; empty: none
};

enum class TopicKind { topic, news };

// What a tile or a list row shows.
struct TopicSummary {
  std::string id;
  TopicKind kind = TopicKind::topic;
  std::string section;
  std::string icon;
  std::optional<Date> date;  // news
  Sensitivity sensitivity = Sensitivity::green;
  std::string title;
  std::string summary;
  LanguageTag language;      // of title and summary
  std::string picture = {};  // name of a drawing; empty: none
};

struct Source {
  std::string title;  // a proper name, in the language of the source itself
  std::string address;
  std::string publisher;
  std::optional<Date> date;   // none: undated
  LanguageTag language = {};  // of the title
};

// For so long a page counts as checked (R81): then the builder warns, and the page says so itself.
inline constexpr std::chrono::days kPageValidity{180};

struct Topic : TopicSummary {
  std::string body;  // Markdown; document::parse_markdown makes blocks of it
  Review review = Review::source;
  bool stale = false;  // the source text changed after this translation was made
  Date checked_on;
  std::string checked_by;
  std::vector<std::string> contacts;
  std::vector<Source> sources;
  std::vector<LanguageTag> languages;  // all in which this topic exists, in the pack's order
};

// A part of the country, for the map: a county.
struct Area {
  std::string name;
  LanguageTag language;                        // of the name
  std::vector<std::vector<Position>> outline;  // closed rings; the first point is not repeated at the end
};

enum class NumberUse { voice, sms, whatsapp };
enum class Cost { free, paid, unknown };

struct Number {
  std::string dial;      // exactly what is dialled: ASCII digits, '+', '*', '#'
  std::string display;   // the same, grouped by spaces (E.123)
  std::string national;  // grouped national form to show first inside the country; empty: none
  NumberUse use = NumberUse::voice;
  Cost cost = Cost::unknown;
  std::vector<std::string> from;  // countries it works from; empty: everywhere
};

// Its words are those of one language.
struct Contact : ContactFacts, ContactTexts<std::string> {
  std::string id;
  LanguageTag language;         // of the words
  std::vector<Number> numbers;  // empty when the contact must not be dialled: show "ask staff"
  bool ask_staff = false;       // not shown by policy, or expired on the day that was asked for
  std::vector<Source> sources;
  std::string picture = {};  // name of a drawing; empty: none. From content.db: it is no fact about a number
};

}  // namespace kiosk::catalog

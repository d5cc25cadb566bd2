// How far each language has come: what is translated, missing, stale or read by no native speaker yet.
#pragma once

#include <string>
#include <vector>

#include "kiosk/publish/content.h"

namespace kiosk::publish {

struct Share {
  size_t done = 0, of = 0;

  int percent() const { return of == 0 ? 100 : static_cast<int>(done * 100 / of); }
};

struct LanguageCoverage {
  LanguageTag tag;
  std::string name;
  bool offered = false;      // has at least one page, or is spoken only, so visitors may choose it
  bool spoken_only = false;  // has recordings of the source language's words and no page
  Share sections, topics, news, contacts, words;
  // Files, sorted; of a missing page the one that would have to be written.
  std::vector<std::string> missing, stale, unreviewed;
};

// One for each language of the pack, in its order.
std::vector<LanguageCoverage> measure_coverage(const Content& content);

// The pages that go into a catalog: a pack may forbid translations that nobody has reviewed.
bool is_published(const TopicFile& topic, const PackFile& pack);

// The languages' words of a contact that go into a catalog, by the same rule.
bool is_published(const ContactFile& contact, const LanguageTag& language, const PackFile& pack);

// Whether the card of a contact can be shown whole in a language: it has every word there that it has in the source
// language. An address may be missing, it is the same in every language.
bool has_all_words(const ContactFile& contact, const LanguageTag& language, const LanguageTag& source_language);

}  // namespace kiosk::publish

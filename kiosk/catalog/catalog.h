// Reads one catalog: contacts.db, content.db and objects/ in a folder that nobody else writes.
// One catalog belongs to one thread. Every answer is a value; nothing stays open between calls.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/catalog/font.h"
#include "kiosk/catalog/keyboard.h"
#include "kiosk/catalog/model.h"

namespace kiosk::catalog {

struct SearchHit {
  std::string topic;    // id of a topic, or empty
  std::string contact;  // id of a contact, or empty
  std::string title;    // of a contact: its name
  std::string summary;  // of a contact: whom it serves
  std::string icon;     // empty for a contact
  Sensitivity sensitivity = Sensitivity::green;
  LanguageTag language;
  std::string picture = {};  // name of a drawing; empty: none
};

class Catalog {
 public:
  // Opens both databases read-only and immutable with the settings of SCHEMA.md, and checks their kind and version.
  // Error: Code::not_found, damaged or unsupported, naming the file.
  static Result<std::unique_ptr<Catalog>> open(const std::filesystem::path& folder);
  // With the contacts of another edition of the same pack: a newer one, where its other files are lost.
  static Result<std::unique_ptr<Catalog>> open(const std::filesystem::path& folder,
                                               const std::filesystem::path& contacts_file);
  virtual ~Catalog() = default;

  // Reading has failed since it was opened, by the disk or by what stands there. What was asked for then came back
  // empty.
  virtual bool damaged() const { return false; }

  virtual const Pack& pack() const = 0;

  // What the pack is called, in `language` or else in its source language.
  virtual Titled title(const LanguageTag& language) const = 0;

  // The languages that have content, in the pack's order.
  virtual const std::vector<Language>& languages() const = 0;

  // The fonts that this content needs beside those of every kiosk, best first.
  virtual std::vector<Font> fonts() const { return {}; }

  // The keys on which a language is typed; without any where the catalog has none for it.
  virtual Keyboard keyboard(const LanguageTag&) const { return {}; }

  // Languages that cannot be shown here, for want of a font: languages() and Topic::languages name them no more. The
  // pack's source language stays, so that there is always something to read.
  virtual void withhold(const std::set<LanguageTag>&) {}

  // Interface words: English original -> translation. Empty for a language without any.
  virtual std::map<std::string, std::string> messages(const LanguageTag& language) const = 0;

  // All sections in order, titles in `language` or else in the source language.
  virtual std::vector<Section> sections(const LanguageTag& language) const = 0;

  // The topics of one section in order; those without a text in `language` come in the next best one.
  virtual std::vector<TopicSummary> topics(const std::string& section, const LanguageTag& language) const = 0;

  // Newest first.
  virtual std::vector<TopicSummary> news(const LanguageTag& language) const = 0;

  // Error: Code::not_found when there is no such topic in any language. A text in exactly `language` if there is one,
  // else in the source language; `language` of the answer says which.
  virtual Result<Topic> topic(const std::string& id, const LanguageTag& language) const = 0;

  // All contacts in order, as they may be shown on `today`: past its date a contact has no numbers and ask_staff set.
  // Those never to be shown are not among them, and not_found below.
  // `today` before the pack's own date counts as the pack's date, so a clock at 1970 revives nothing.
  virtual std::vector<Contact> contacts(const LanguageTag& language, Date today) const = 0;
  virtual Result<Contact> contact(const std::string& id, const LanguageTag& language, Date today) const = 0;

  // The parts of the country, for the map; empty where nobody has drawn their outlines.
  virtual std::vector<Area> areas(const LanguageTag& language) const = 0;

  // At most `limit` hits, best first; the last word may be unfinished. Ignores case, accents and one wrong letter a
  // word. First contacts, those that can be dialled before others, on no more than half of the room; then topics in
  // `language`, then those in the source language. A topic stands once, in `language` if it can. Digits find a contact
  // only by a number that may be shown on `today`, so that nothing hidden is confirmed.
  virtual std::vector<SearchHit> search(const std::string& words, const LanguageTag& language, Date today,
                                        int limit) const = 0;

  // A drawing by its name, with words in `language` or else in the source language. Error: Code::not_found.
  virtual Result<Drawing> drawing(const std::string& name, const LanguageTag& language) const = 0;
  // The drawing of a choice above the contacts (danger, children ...); empty where it has none.
  virtual std::string filter_picture(const std::string& filter) const = 0;

  // Paths of all media that begin with `folder`, sorted: "speech/en/".
  virtual std::vector<std::string> media(const std::string& folder) const = 0;
  // Bytes of a medium by its path under media/. Error: Code::not_found or damaged (its hash is checked).
  virtual Result<std::vector<uint8_t>> medium(const std::string& path) const = 0;
  // What a medium shows, in `language` or else the source language; empty if it has no description.
  virtual std::string medium_description(const std::string& path, const LanguageTag& language) const = 0;
};

}  // namespace kiosk::catalog

// Writes one catalog: contacts.db, content.db and objects/ into an empty folder. Everything that must agree between
// the tables, the search index and the spelling help is done here; whoever reads content only hands it over.
// It keeps the reader's promises and no more: it refuses what the reader could not show rightly, one error at a time.
// Telling content staff all their mistakes at once is the builder's work, before it comes here.
// Belongs to one thread. The same calls give the same bytes with the same version of SQLite.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/catalog/drawing_file.h"
#include "kiosk/catalog/font.h"
#include "kiosk/catalog/keyboard.h"
#include "kiosk/catalog/model.h"

namespace kiosk::catalog {

struct SectionEntry {
  std::string id;
  std::string parent;
  std::string screen;
  std::string icon;
  std::string colour;
  std::map<LanguageTag, std::string> titles;  // the source language's must be there
  std::string picture = {};
};

struct TopicWords {
  std::string title;
  std::string summary;
  std::string body;  // Markdown that document::parse_markdown accepts
  std::vector<std::string> keywords;
  Review review = Review::source;
  bool stale = false;
  std::string checked_by = {};  // as it is called in this language
};

struct TopicEntry {
  std::string id;
  TopicKind kind = TopicKind::topic;
  std::string section;  // empty for news
  std::string icon;
  std::optional<Date> date;  // news must have one
  Sensitivity sensitivity = Sensitivity::green;
  Date checked_on;
  std::vector<std::string> contacts;
  std::vector<Source> sources;
  std::map<LanguageTag, TopicWords> words;  // the source language's must be there
  std::string picture = {};
};

struct AreaEntry {
  std::map<LanguageTag, std::string> names;  // the source language's must be there
  std::vector<std::vector<Position>> outline;
};

struct DrawingEntry {
  struct File {
    Colours colours = Colours::paper;
    int side = 0;  // one of kDrawingSides
    std::vector<uint8_t> png;
  };
  std::string name;
  bool mirrored = false;
  std::map<LanguageTag, std::string> words;
  std::vector<File> files;
};

struct ContactEntry : ContactFacts {
  std::string id;
  // Written only with Show::yes: what must not be shown does not travel. Without a `display` it is shown as dialled.
  std::vector<Number> numbers;
  std::vector<Source> sources;
  // The source language's must be there. A translation has every word that the source language has, save places, or it
  // is left out whole: a card is never half in one language and half in another.
  std::map<LanguageTag, ContactTexts<std::string>> words;
  std::string picture = {};
};

class Writer {
 public:
  // `languages` in the order of the first screen; the pack's source language is one of them.
  // Error: Code::invalid, or refused when `folder` already holds a catalog, or io.
  static Result<std::unique_ptr<Writer>> create(const std::filesystem::path& folder, const Pack& pack,
                                                const std::vector<Language>& languages);
  virtual ~Writer() = default;

  // Each: Error Code::invalid naming what cannot be shown, or io, or no_space. After an error the folder is of no use.
  // What is added first stands first, on the screen and among search results.
  virtual Status add_message(const LanguageTag& language, const std::string& original,
                             const std::string& translation) = 0;
  // What the pack is called in another language than its source language.
  virtual Status add_title(const LanguageTag& language, const std::string& title) = 0;
  // Its file is below kFontFolder.
  virtual Status add_font(const Font& font) = 0;
  virtual Status add_keyboard(const LanguageTag& language, const Keyboard& keyboard) = 0;
  virtual Status add_section(const SectionEntry& section) = 0;
  virtual Status add_topic(const TopicEntry& topic) = 0;
  virtual Status add_contact(const ContactEntry& contact) = 0;
  virtual Status add_area(const AreaEntry& area) = 0;
  // `path` as topics name it: under media/. Writes the object too.
  virtual Status add_medium(const std::string& path, std::span<const uint8_t> bytes,
                            const std::map<LanguageTag, std::string>& descriptions) = 0;

  virtual Status add_drawing(const DrawingEntry& drawing) = 0;
  // The drawing of a choice above the contacts: danger, children and so on.
  virtual Status add_filter_picture(const std::string& filter, const std::string& drawing) = 0;

  // Brings both files into their final form. Call it once, last; without it there is no catalog.
  // Not durable: whoever activates the catalog syncs it.
  virtual Status finish() = 0;
};

}  // namespace kiosk::catalog

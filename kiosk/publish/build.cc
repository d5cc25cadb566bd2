#include "kiosk/publish/build.h"

#include <algorithm>
#include <memory>
#include <set>
#include <span>

#include "kiosk/catalog/names.h"
#include "kiosk/catalog/schema.h"
#include "kiosk/catalog/writer.h"
#include "kiosk/os/file.h"
#include "kiosk/publish/country_names.h"
#include "kiosk/publish/coverage.h"
#include "kiosk/publish/media_list.h"
#include "kiosk/publish/photo.h"
#include "kiosk/publish/picture/drawing.h"
#include "kiosk/publish/translation.h"

namespace kiosk::publish {
namespace {

namespace fs = std::filesystem;

std::map<LanguageTag, std::string> plain_words(const TextByLanguage& texts) {
  std::map<LanguageTag, std::string> words;
  for (const auto& [language, text] : texts) words.emplace(language, text.text);
  return words;
}

std::vector<std::string> plain_list(const std::vector<Text>& texts) {
  std::vector<std::string> list;
  for (const Text& text : texts) list.push_back(text.text);
  return list;
}

std::vector<catalog::Source> plain_sources(const std::vector<SourceEntry>& entries) {
  std::vector<catalog::Source> sources;
  for (const SourceEntry& entry : entries) sources.push_back(entry.source);
  return sources;
}

class Builder {
 public:
  Builder(const Content& content, catalog::Writer& writer, std::vector<LanguageTag> offered, Pictures pictures,
          const Progress& progress)
      : content_(content), writer_(writer), offered_(std::move(offered)), pictures_(pictures), progress_(progress) {}

  Status add_all() {
    KIOSK_TRY_STATUS(add_titles());
    KIOSK_TRY_STATUS(add_messages());
    KIOSK_TRY_STATUS(add_names());
    KIOSK_TRY_STATUS(add_sections());
    KIOSK_TRY_STATUS(add_topics());
    KIOSK_TRY_STATUS(add_contacts());
    KIOSK_TRY_STATUS(add_areas());
    KIOSK_TRY_STATUS(add_pictures());
    return add_media();
  }

 private:
  bool is_offered(const LanguageTag& language) const {
    return std::find(offered_.begin(), offered_.end(), language) != offered_.end();
  }

  template <class Value>
  std::map<LanguageTag, Value> in_offered(std::map<LanguageTag, Value> words) const {
    std::erase_if(words, [&](const auto& entry) { return !is_offered(entry.first); });
    return words;
  }

  // Of a message with plural forms the catalog has the first form for the one original, and the last for the other.
  Status add_messages() {
    for (const MessageFile& file : content_.messages) {
      if (!is_offered(file.language)) continue;
      std::map<std::string, std::string> translations;
      for (const MessageEntry& message : file.messages) {
        if (!message.translated()) continue;
        translations.emplace(message.original, message.translations.front());
        if (!message.plural.empty()) translations.emplace(message.plural, message.translations.back());
      }
      for (const auto& [original, translation] : translations) {
        KIOSK_TRY_STATUS(writer_.add_message(file.language, original, translation));
      }
    }
    if (content_.map_credit.empty()) return {};
    for (const LanguageTag& language : offered_)
      KIOSK_TRY_STATUS(writer_.add_message(language, catalog::kMapCredit, content_.map_credit));
    return {};
  }

  // Of the countries and languages on the cards, in every language that is offered.
  Status add_names() {
    std::set<std::string> countries{content_.pack.country}, languages;
    for (const ContactFile& contact : content_.contacts) {
      if (contact.show == Show::never) continue;
      countries.insert(contact.country);
      for (const NumberEntry& entry : contact.numbers)
        countries.insert(entry.number.from.begin(), entry.number.from.end());
      for (const LanguageTag& language : contact.languages.value_or(std::vector<LanguageTag>()))
        languages.insert(language.str());
    }
    countries.erase(kAtSea);
    for (const LanguageTag& language : offered_) {
      for (const std::string& code : countries)
        KIOSK_TRY_STATUS(writer_.add_message(language, catalog::country_key(code), country_name(code, language)));
      for (const std::string& tag : languages)
        KIOSK_TRY_STATUS(writer_.add_message(language, catalog::language_key(tag), language_name(tag, language)));
    }
    return {};
  }

  Status add_titles() {
    for (const auto& [language, title] : in_offered(plain_words(content_.pack.title))) {
      KIOSK_TRY_STATUS(writer_.add_title(language, title));
    }
    return {};
  }

  Status add_sections() {
    for (const SectionEntry& section : content_.pack.sections) {
      catalog::SectionEntry entry;
      entry.id = section.id;
      entry.parent = section.parent.text;
      entry.screen = section.screen.text;
      entry.icon = section.icon.text;
      entry.colour = section.colour.text;
      entry.picture = section.picture.text;
      entry.titles = in_offered(plain_words(section.title));
      KIOSK_TRY_STATUS(writer_.add_section(entry));
    }
    return {};
  }

  Status add_topics() {
    std::vector<const TopicFile*> order = content_.sources_in_order();
    for (size_t done = 0; done < order.size(); ++done) {
      if (progress_ && done % 64 == 0) progress_("writing pages", done, order.size());
      KIOSK_TRY_STATUS(add_topic(*order[done]));
    }
    if (progress_) progress_("writing pages", order.size(), order.size());
    return {};
  }

  Status add_topic(const TopicFile& source) {
    const TopicFacts& facts = *source.facts;
    catalog::TopicEntry entry;
    entry.id = source.id;
    entry.kind = source.kind;
    entry.section = facts.section.text;
    entry.icon = facts.icon.text;
    entry.picture = facts.picture.text;
    entry.date = facts.date;
    entry.sensitivity = facts.sensitivity;
    entry.checked_on = *facts.checked_on;
    entry.contacts = plain_list(facts.contacts);
    entry.sources = plain_sources(facts.sources);
    std::string hash = words_hash(source);
    auto at = std::lower_bound(content_.topics.begin(), content_.topics.end(), source.id,
                               [](const TopicFile& topic, const std::string& id) { return topic.id < id; });
    for (; at != content_.topics.end() && at->id == source.id; ++at) {
      if (!is_published(*at, content_.pack)) continue;
      catalog::TopicWords words{at->title.text,
                                at->summary.text,
                                at->body,
                                plain_list(at->keywords),
                                catalog::Review::source,
                                false,
                                content_.pack.checker_in(at->language, facts.checked_by.text)};
      if (at->translation) {
        words.review = at->translation->reviewed() ? catalog::Review::reviewed : catalog::Review::unreviewed;
        words.stale = at->translation->of.text != hash;
      }
      entry.words.emplace(at->language, std::move(words));
    }
    return writer_.add_topic(entry);
  }

  Status add_contacts() {
    std::vector<const ContactFile*> order;
    for (const ContactFile& contact : content_.contacts) {
      if (contact.show != Show::never) order.push_back(&contact);
    }
    std::stable_sort(order.begin(), order.end(),
                     [](const ContactFile* a, const ContactFile* b) { return a->position < b->position; });
    for (const ContactFile* contact : order) KIOSK_TRY_STATUS(add_contact(*contact));
    return {};
  }

  Status add_contact(const ContactFile& contact) {
    catalog::ContactEntry entry;
    static_cast<catalog::ContactFacts&>(entry) = contact;
    entry.id = contact.id;
    entry.expires_on = contact.shown_until(content_.pack);
    entry.picture = contact.picture.text;
    if (contact.dialable_on(*content_.pack.published, content_.pack)) {
      for (const NumberEntry& number : contact.numbers) entry.numbers.push_back(number.number);
    }
    entry.sources = plain_sources(contact.sources);
    for (const LanguageTag& language : offered_) {
      if (!is_published(contact, language, content_.pack)) continue;
      entry.words.emplace(language, words_in(contact, language));
      if (contact.reviewed(language)) KIOSK_TRY_STATUS(add_review(contact, language));
    }
    return writer_.add_contact(entry);
  }

  Status add_review(const ContactFile& contact, const LanguageTag& language) {
    return writer_.add_message(language, catalog::reviewed_key(contact.id), contact.reviewed_by.at(language).text);
  }

  static catalog::ContactTexts<std::string> words_in(const ContactFile& contact, const LanguageTag& language) {
    catalog::ContactTexts<std::string> words;
    for (size_t i = 0; i < std::size(catalog::kContactTexts<std::string>); ++i) {
      const TextByLanguage& texts = contact.*catalog::kContactTexts<TextByLanguage>[i].words;
      auto found = texts.find(language);
      if (found != texts.end()) words.*catalog::kContactTexts<std::string>[i].words = found->second.text;
    }
    return words;
  }

  Status add_areas() {
    for (const AreaEntry& area : content_.areas) {
      KIOSK_TRY_STATUS(writer_.add_area({in_offered(plain_words(area.name)), area.outline}));
    }
    return {};
  }

  Status add_pictures() {
    for (const auto& [filter, picture] : content_.pack.filter_pictures)
      KIOSK_TRY_STATUS(writer_.add_filter_picture(filter, picture.text));
    KIOSK_TRY(drawings, draw_pictures(content_, pictures_ == Pictures::drawn, progress_));
    for (catalog::DrawingEntry& drawing : drawings) {
      drawing.words = in_offered(std::move(drawing.words));
      KIOSK_TRY_STATUS(writer_.add_drawing(drawing));
    }
    return {};
  }

  Status add_media() {
    for (const MediumEntry& medium : content_.media) {
      KIOSK_TRY(bytes, os::read_file(content_.folder / "media" / medium.path, catalog::kMaxMediumBytes));
      std::span<const uint8_t> view(reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size());
      std::variant<Photo, PhotoObjection> prepared;
      if (is_picture(medium.path)) {
        prepared = prepare_photo(view, medium.path);
        if (const auto* objection = std::get_if<PhotoObjection>(&prepared))
          return Error{Code::invalid, "media/" + medium.path + ": " + objection->problem + " " + objection->remedy};
        view = std::get<Photo>(prepared).bytes;
      }
      KIOSK_TRY_STATUS(writer_.add_medium(medium.path, view, in_offered(plain_words(medium.description))));
    }
    return {};
  }

  const Content& content_;
  catalog::Writer& writer_;
  std::vector<LanguageTag> offered_;
  Pictures pictures_;
  const Progress& progress_;
};

bool is_replaceable(const fs::path& folder) {
  std::error_code error;
  if (!fs::exists(fs::symlink_status(folder, error))) return true;
  if (!fs::is_directory(fs::symlink_status(folder, error))) return false;
  return fs::is_empty(folder, error) || fs::is_regular_file(folder / catalog::kContentFile, error);
}

// A language that is not in the catalog needs no font.
Status add_fonts(catalog::Writer& writer, const std::vector<catalog::Font>& fonts,
                 const std::vector<LanguageTag>& offered) {
  for (catalog::Font font : fonts) {
    std::erase_if(font.languages,
                  [&](const LanguageTag& tag) { return std::ranges::find(offered, tag) == offered.end(); });
    KIOSK_TRY_STATUS(writer.add_font(font));
  }
  return {};
}

Status write_catalog(const Content& content, const fs::path& folder, const Progress& progress, Pictures pictures,
                     const std::vector<catalog::Font>& fonts, const Keyboards& keyboards) {
  const PackFile& pack = content.pack;
  std::vector<catalog::Language> languages;
  std::vector<LanguageTag> offered;
  for (const LanguageCoverage& coverage : measure_coverage(content)) {
    if (!coverage.offered && coverage.tag != pack.source_language) continue;
    languages.push_back({coverage.tag, coverage.name, coverage.spoken_only});
    offered.push_back(coverage.tag);
  }
  catalog::Pack head{pack.id,
                     pack.title.at(pack.source_language).text,
                     pack.country,
                     pack.time_zone,
                     *pack.published,
                     0,
                     pack.source_language};
  KIOSK_TRY(writer, catalog::Writer::create(folder, head, languages));
  KIOSK_TRY_STATUS(add_fonts(*writer, fonts, offered));
  for (const LanguageTag& language : offered) {
    if (auto keys = keyboards.find(language); keys != keyboards.end())
      KIOSK_TRY_STATUS(writer->add_keyboard(language, keys->second));
  }
  KIOSK_TRY_STATUS(Builder(content, *writer, std::move(offered), pictures, progress).add_all());
  if (progress) progress("making the search index", 0, 0);
  return writer->finish();
}

Error cannot(const std::string& what, const fs::path& path, const std::error_code& error) {
  Code code = error == std::errc::no_space_on_device ? Code::no_space : Code::io;
  return {code, what + " " + path.string() + ": " + error.message() + ". Check the folder and the space on the disk."};
}

// One rename puts the catalog in place; an older one steps aside first, and comes back if that fails.
Status put_in_place(const fs::path& made, const fs::path& out, const fs::path& aside) {
  std::error_code error;
  bool replaces = fs::exists(out, error);
  if (replaces) {
    fs::rename(out, aside, error);
    if (error) return cannot("Cannot replace", out, error);
  }
  fs::rename(made, out, error);
  if (error) {
    std::error_code ignored;
    if (replaces) fs::rename(aside, out, ignored);
    return cannot("Cannot write", out, error);
  }
  if (replaces) fs::remove_all(aside, error);
  return {};
}

}  // namespace

Status build_catalog(const Content& content, const fs::path& folder, const Progress& progress, Pictures pictures,
                     const std::vector<catalog::Font>& fonts, const Keyboards& keyboards) {
  fs::path out = fs::absolute(folder).lexically_normal();
  if (!out.has_filename()) out = out.parent_path();
  if (!is_replaceable(out)) {
    return Error{Code::refused,
                 out.string() + " holds something else than a catalog; nothing was changed. Name another folder."};
  }
  fs::path made = out, aside = out;
  made += ".making";
  aside += ".replaced";
  std::error_code error;
  fs::remove_all(made, error);
  fs::remove_all(aside, error);
  fs::create_directories(made, error);
  if (error) return cannot("Cannot make", made, error);
  Status written = write_catalog(content, made, progress, pictures, fonts, keyboards);
  if (written.ok()) written = put_in_place(made, out, aside);
  if (!written.ok()) fs::remove_all(made, error);
  return written;
}

}  // namespace kiosk::publish

#include "kiosk/publish/coverage.h"

#include <algorithm>
#include <map>
#include <set>

#include "kiosk/publish/translation.h"

namespace kiosk::publish {

bool is_published(const TopicFile& topic, const PackFile& pack) {
  return !topic.translation || topic.translation->reviewed() || !pack.hide_unreviewed;
}

bool has_all_words(const ContactFile& contact, const LanguageTag& language, const LanguageTag& source_language) {
  for (const auto& field : catalog::kContactTexts<TextByLanguage>) {
    const TextByLanguage& words = contact.*field.words;
    if (field.role != catalog::TextRole::place && words.contains(source_language) && !words.contains(language))
      return false;
  }
  return true;
}

bool is_published(const ContactFile& contact, const LanguageTag& language, const PackFile& pack) {
  return has_all_words(contact, language, pack.source_language) &&
         (language == pack.source_language || contact.reviewed(language) || !pack.hide_unreviewed);
}

namespace {

// Pages by language; the hash of each source is made once.
class Pages {
 public:
  explicit Pages(const Content& content) : content_(content) {
    for (const TopicFile& topic : content.topics) {
      if (topic.facts) hashes_.emplace(topic.id, words_hash(topic));
      by_language_[topic.language].emplace(topic.id, &topic);
    }
  }

  void measure(LanguageCoverage& coverage) const {
    auto own = by_language_.find(coverage.tag);
    for (const TopicFile& source : content_.topics) {
      if (!source.facts) continue;
      Share& share = source.kind == catalog::TopicKind::news ? coverage.news : coverage.topics;
      ++share.of;
      const TopicFile* page = nullptr;
      if (own != by_language_.end()) {
        auto found = own->second.find(source.id);
        if (found != own->second.end()) page = found->second;
      }
      if (!page) {
        coverage.missing.push_back(source.file.substr(0, source.file.find('/') + 1) + source.id + "." +
                                   coverage.tag.str() + ".md");
        continue;
      }
      ++share.done;
      coverage.offered = coverage.offered || is_published(*page, content_.pack);
      if (!page->translation) continue;
      const Text& of = page->translation->of;
      if (!of.empty() && of.text != hashes_.at(source.id)) coverage.stale.push_back(page->file);
      if (!page->translation->reviewed()) coverage.unreviewed.push_back(page->file);
    }
  }

 private:
  const Content& content_;
  std::map<std::string, std::string> hashes_;
  std::map<LanguageTag, std::map<std::string, const TopicFile*>> by_language_;
};

Share count_words(const Content& content, const LanguageTag& language) {
  Share words{0, content.words.size()};
  if (language == content.pack.source_language) return {words.of, words.of};
  std::set<std::string> wanted;
  for (const MessageEntry& word : content.words) wanted.insert(word.original);
  for (const MessageFile& file : content.messages) {
    if (file.language != language) continue;
    for (const MessageEntry& message : file.messages)
      words.done += message.translated() && wanted.contains(message.original);
  }
  return words;
}

// A recording that is more than a digit.
bool has_recordings(const Content& content, const LanguageTag& language) {
  const std::string folder = "speech/" + language.str() + "/";
  return std::any_of(content.media.begin(), content.media.end(), [&](const MediumEntry& medium) {
    return medium.path.starts_with(folder) && !medium.path.starts_with(folder + "digit-");
  });
}

}  // namespace

std::vector<LanguageCoverage> measure_coverage(const Content& content) {
  Pages pages(content);
  std::vector<LanguageCoverage> all;
  for (const DeclaredLanguage& declared : content.pack.languages) {
    LanguageCoverage coverage;
    coverage.tag = declared.tag;
    coverage.name = declared.name;
    pages.measure(coverage);
    for (const SectionEntry& section : content.pack.sections) {
      ++coverage.sections.of;
      coverage.sections.done += section.title.contains(declared.tag);
    }
    for (const ContactFile& contact : content.contacts) {
      if (contact.show == Show::never) continue;
      ++coverage.contacts.of;
      if (!has_all_words(contact, declared.tag, content.pack.source_language)) {
        coverage.missing.push_back(contact.file);
        continue;
      }
      ++coverage.contacts.done;
      if (declared.tag != content.pack.source_language && !contact.reviewed(declared.tag))
        coverage.unreviewed.push_back(contact.file);
    }
    coverage.words = count_words(content, declared.tag);
    if (!coverage.offered && has_recordings(content, declared.tag)) {
      coverage.offered = coverage.spoken_only = true;
      coverage.missing.clear();  // nothing is to be written in it
    }
    for (auto* files : {&coverage.missing, &coverage.unreviewed}) std::sort(files->begin(), files->end());
    all.push_back(std::move(coverage));
  }
  return all;
}

}  // namespace kiosk::publish

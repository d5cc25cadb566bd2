#include "tests/app/pseudo_catalog.h"

#include <array>
#include <cctype>

namespace kiosk::test {
namespace {

const LanguageTag kPseudo = LanguageTag::of("ar-XB");

constexpr std::array<const char*, 26> kLetters{"ا", "ب", "ج", "د", "ه", "ف", "غ", "ح", "ي", "ج", "ك", "ل", "م",
                                               "ن", "و", "پ", "ق", "ر", "س", "ت", "ع", "ڤ", "ش", "خ", "ی", "ز"};

std::string pseudo_word(const std::string& word) {
  std::string once;
  bool letters = false;
  for (char c : word) {
    if (std::isalpha(static_cast<unsigned char>(c))) {
      once += kLetters[static_cast<size_t>(std::tolower(static_cast<unsigned char>(c)) - 'a')];
      letters = true;
    } else {
      once += c;
    }
  }
  return letters ? once + " " + once : once;
}

class PseudoCatalog final : public catalog::Catalog {
 public:
  PseudoCatalog(const catalog::Catalog& base, const std::vector<std::string>& originals)
      : base_(base), source_(base.pack().source_language) {
    for (const std::string& original : originals) messages_[original] = pseudo(original);
    languages_ = base.languages();
    languages_.push_back({kPseudo, pseudo("Pseudo")});
  }

  const catalog::Pack& pack() const override { return base_.pack(); }
  catalog::Titled title(const LanguageTag& language) const override {
    if (language != kPseudo) return base_.title(language);
    return {pseudo(base_.title(source_).title), kPseudo};
  }
  const std::vector<catalog::Language>& languages() const override { return languages_; }

  catalog::Keyboard keyboard(const LanguageTag& language) const override {
    return base_.keyboard(language == kPseudo ? LanguageTag::of("ar") : language);
  }

  std::map<std::string, std::string> messages(const LanguageTag& language) const override {
    return language == kPseudo ? messages_ : base_.messages(language);
  }

  std::vector<catalog::Section> sections(const LanguageTag& language) const override {
    if (language != kPseudo) return base_.sections(language);
    std::vector<catalog::Section> all = base_.sections(source_);
    for (catalog::Section& section : all) section.title = pseudo(section.title), section.language = kPseudo;
    return all;
  }

  std::vector<catalog::TopicSummary> topics(const std::string& section, const LanguageTag& language) const override {
    return language == kPseudo ? turned(base_.topics(section, source_)) : base_.topics(section, language);
  }

  std::vector<catalog::TopicSummary> news(const LanguageTag& language) const override {
    return language == kPseudo ? turned(base_.news(source_)) : base_.news(language);
  }

  Result<catalog::Topic> topic(const std::string& id, const LanguageTag& language) const override {
    if (language != kPseudo) return base_.topic(id, language);
    auto found = base_.topic(id, source_);
    if (!found.ok()) return found.error();
    catalog::Topic topic = *found;
    turn(topic);
    topic.body = pseudo(topic.body);
    topic.checked_by = pseudo(topic.checked_by);
    topic.review = catalog::Review::unreviewed;
    topic.languages.push_back(kPseudo);
    return topic;
  }

  std::vector<catalog::Contact> contacts(const LanguageTag& language, Date today) const override {
    if (language != kPseudo) return base_.contacts(language, today);
    std::vector<catalog::Contact> all = base_.contacts(source_, today);
    for (catalog::Contact& contact : all) turn(contact);
    return all;
  }

  Result<catalog::Contact> contact(const std::string& id, const LanguageTag& language, Date today) const override {
    auto found = base_.contact(id, language == kPseudo ? source_ : language, today);
    if (!found.ok() || language != kPseudo) return found;
    catalog::Contact contact = *found;
    turn(contact);
    return contact;
  }

  std::vector<catalog::Area> areas(const LanguageTag& language) const override {
    return base_.areas(language == kPseudo ? source_ : language);
  }

  std::vector<catalog::SearchHit> search(const std::string& words, const LanguageTag& language, Date today,
                                         int limit) const override {
    std::vector<catalog::SearchHit> hits = base_.search(words, language == kPseudo ? source_ : language, today, limit);
    if (language == kPseudo) {
      for (catalog::SearchHit& hit : hits) hit.title = pseudo(hit.title), hit.language = kPseudo;
    }
    return hits;
  }

  Result<catalog::Drawing> drawing(const std::string& name, const LanguageTag& language) const override {
    auto drawing = base_.drawing(name, language == kPseudo ? source_ : language);
    if (drawing.ok() && language == kPseudo) drawing->words = pseudo(drawing->words), drawing->language = kPseudo;
    return drawing;
  }
  std::string filter_picture(const std::string& filter) const override { return base_.filter_picture(filter); }

  std::vector<std::string> media(const std::string& folder) const override { return base_.media(folder); }
  Result<std::vector<uint8_t>> medium(const std::string& path) const override { return base_.medium(path); }
  std::string medium_description(const std::string& path, const LanguageTag& language) const override {
    return base_.medium_description(path, language == kPseudo ? source_ : language);
  }

 private:
  static void turn(catalog::TopicSummary& topic) {
    topic.title = pseudo(topic.title);
    topic.summary = pseudo(topic.summary);
    topic.language = kPseudo;
  }

  static void turn(catalog::Contact& contact) {
    for (const auto& field : catalog::kContactTexts<std::string>) {
      std::string& words = contact.*field.words;
      words = pseudo(words);
    }
    contact.language = kPseudo;
  }

  static std::vector<catalog::TopicSummary> turned(std::vector<catalog::TopicSummary> topics) {
    for (catalog::TopicSummary& topic : topics) turn(topic);
    return topics;
  }

  const catalog::Catalog& base_;
  LanguageTag source_;
  std::map<std::string, std::string> messages_;
  std::vector<catalog::Language> languages_;
};

}  // namespace

std::string pseudo(const std::string& words) {
  std::string all, word;
  auto flush = [&] {
    all += pseudo_word(word);
    word.clear();
  };
  for (size_t i = 0; i < words.size(); ++i) {
    char c = words[i];
    bool target = c == '(' && i > 0 && words[i - 1] == ']';
    bool place = c == '{';
    bool box = c == '[' && i + 2 < words.size() && words[i + 2] == ']';
    if (target || place || box) {
      flush();
      size_t end = words.find(target ? ')' : place ? '}' : ']', i);
      all += words.substr(i, end - i + 1);
      i = end;
    } else if (std::isspace(static_cast<unsigned char>(c)) || c == '[' || c == ']' || c == '*') {
      flush();
      all += c;
    } else {
      word += c;
    }
  }
  flush();
  return all;
}

std::unique_ptr<catalog::Catalog> pseudo_catalog(const catalog::Catalog& base,
                                                 const std::vector<std::string>& originals) {
  return std::make_unique<PseudoCatalog>(base, originals);
}

}  // namespace kiosk::test

#include "kiosk/catalog/search.h"

#include <algorithm>
#include <set>

#include "kiosk/catalog/folding.h"
#include "kiosk/catalog/schema.h"

namespace kiosk::catalog {
namespace {

constexpr size_t kMaxWords = 8;      // of more, the first and the one being typed
constexpr size_t kMaxTyped = 1000;   // bytes; a keyboard gives no more
constexpr int kMaxHits = 200;

// Collects hits until there are enough, each topic and contact once.
class Hits {
 public:
  Hits(const ContentFile& content, const LanguageTag& language, int limit)
      : content_(content), language_(language), limit_(static_cast<size_t>(limit)) {}

  bool full() const { return hits_.size() >= limit_; }
  bool empty() const { return hits_.empty(); }
  int missing() const { return static_cast<int>(limit_ - hits_.size()); }
  // So many texts must be asked for to fill what is missing: those found in one language come up again in the other.
  int to_ask_for() const { return missing() + static_cast<int>(topics_.size()); }

  void add(const std::vector<SearchHit>& contacts) {
    for (const SearchHit& hit : contacts)
      if (!full() && contact_ids_.insert(hit.contact).second) hits_.push_back(hit);
  }

  Status add(const std::vector<int64_t>& texts) {
    std::vector<int64_t> added;
    for (int64_t text : texts) {
      if (hits_.size() + added.size() == limit_) break;
      if (topics_.insert(topic_of_text(text)).second) added.push_back(text);
    }
    KIOSK_TRY(topics, content_.topics_of_texts(added, language_));
    for (const TopicSummary& topic : topics)
      hits_.push_back({topic.id, "", topic.title, topic.summary, topic.icon, topic.sensitivity, topic.language});
    return {};
  }

  std::vector<SearchHit> take() {
    std::stable_partition(hits_.begin(), hits_.end(), [&](const SearchHit& hit) { return !hit.contact.empty() || hit.language == language_; });
    return std::move(hits_);
  }

 private:
  const ContentFile& content_;
  const LanguageTag& language_;
  size_t limit_;
  std::vector<SearchHit> hits_;
  std::set<std::string> contact_ids_;
  std::set<int64_t> topics_;
};

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words = query_words(std::string_view(text).substr(0, kMaxTyped));
  if (words.size() > kMaxWords) {
    words[kMaxWords - 1] = words.back();
    words.resize(kMaxWords);
  }
  return words;
}

}  // namespace

Result<Search> Search::create(const ContactsFile& contacts, const ContentFile& content) {
  KIOSK_TRY(topics, TopicSearch::create(content.database()));
  return Search(contacts, content, std::move(topics));
}

Status Search::prepare_contacts(const LanguageTag& language, Date today) {
  if (prepared_for_ == std::pair(language, today)) return {};
  KIOSK_TRY(contacts, contacts_.all(language, today));
  KIOSK_TRY(originals, contacts_.all(content_.pack().source_language, today));
  contact_search_ = ContactSearch(contacts, originals);
  prepared_for_ = std::pair(language, today);
  return {};
}

Result<std::vector<SearchHit>> Search::find(const std::string& text, const LanguageTag& language, Date today, int limit) {
  const std::vector<std::string> words = words_of(text);
  Hits hits(content_, language, std::clamp(limit, 0, kMaxHits));
  if (words.empty() || hits.full()) return std::vector<SearchHit>();
  KIOSK_TRY_STATUS(prepare_contacts(language, today));

  std::vector<int64_t> languages;
  for (const LanguageTag& tag : {language, content_.pack().source_language}) {
    const int64_t number = content_.number_of(tag);
    if (number >= 0 && std::ranges::find(languages, number) == languages.end()) languages.push_back(number);
  }

  for (Tolerance tolerance : {Tolerance::exact, Tolerance::one_wrong_letter}) {
    const ContactSearch::Found contacts = contact_search_.find(words, tolerance);
    hits.add(contacts.by_name);
    hits.add(contacts.by_other_words);
    for (int64_t number : languages) {
      if (hits.full()) break;
      KIOSK_TRY(texts, topics_.find(words, number, tolerance, hits.to_ask_for()));
      KIOSK_TRY_STATUS(hits.add(texts));
    }
  }
  // Not all of the words stand together anywhere: then those that say most, which are the rarest.
  if (hits.empty() && words.size() > 1) {
    for (int64_t number : languages) {
      std::vector<std::pair<int64_t, std::string>> by_rarity;
      for (const std::string& word : words) {
        KIOSK_TRY(texts, topics_.texts_with(word, number));
        if (texts > 0) by_rarity.emplace_back(texts, word);
      }
      std::ranges::sort(by_rarity);
      for (const auto& [count, word] : by_rarity) {
        if (hits.full()) break;
        KIOSK_TRY(texts, topics_.find({word}, number, Tolerance::exact, hits.to_ask_for()));
        KIOSK_TRY_STATUS(hits.add(texts));
      }
    }
  }
  return hits.take();
}

}  // namespace kiosk::catalog

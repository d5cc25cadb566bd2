#include "kiosk/catalog/search.h"

#include <algorithm>
#include <set>

#include "kiosk/catalog/folding.h"
#include "kiosk/catalog/schema.h"

namespace kiosk::catalog {
namespace {

constexpr size_t kMaxWords = 8;     // of more, the first and the one being typed
constexpr size_t kMaxTyped = 1000;  // bytes; a keyboard gives no more
constexpr int kMaxHits = 200;

// Collects hits until there are enough, each topic and contact once.
class Hits {
 public:
  Hits(const ContentFile& content, const LanguageTag& language, int limit)
      : content_(content), language_(language), limit_(static_cast<size_t>(limit)) {}

  bool full() const { return hits_.size() >= limit_; }
  bool empty() const { return hits_.empty(); }
  // So many texts must be asked for to fill what is missing: those found in one language come up again in the other.
  int to_ask_for() const { return static_cast<int>(limit_ - hits_.size() + topics_.size()); }

  // Contacts stand first, but take no more than half of the room while there may be topics.
  void add(const std::vector<SearchHit>& contacts) {
    for (const SearchHit& hit : contacts) {
      if (!contact_ids_.insert(hit.contact).second) continue;
      if (contacts_ < (limit_ + 1) / 2 && !full()) {
        hits_.push_back({Rank::contact, hit});
        ++contacts_;
      } else {
        more_contacts_.push_back(hit);
      }
    }
  }

  Status add(const std::vector<int64_t>& texts) {
    std::vector<int64_t> added;
    for (int64_t text : texts) {
      if (hits_.size() + added.size() == limit_) break;
      if (topics_.insert(topic_of_text(text)).second) added.push_back(text);
    }
    KIOSK_TRY(topics, content_.topics_of_texts(added, language_));
    for (const TopicSummary& topic : topics) {
      hits_.push_back(
          {topic.language == language_ ? Rank::topic : Rank::topic_in_source_language,
           {topic.id, "", topic.title, topic.summary, topic.icon, topic.sensitivity, topic.language, topic.picture}});
    }
    return {};
  }

  std::vector<SearchHit> take() {
    for (const SearchHit& hit : more_contacts_)
      if (!full()) hits_.push_back({Rank::contact_without_room, hit});
    std::ranges::stable_sort(hits_, {}, &Ranked::rank);
    std::vector<SearchHit> all;
    for (Ranked& ranked : hits_) all.push_back(std::move(ranked.hit));
    return all;
  }

 private:
  enum class Rank { contact, topic, topic_in_source_language, contact_without_room };
  struct Ranked {
    Rank rank;
    SearchHit hit;
  };

  const ContentFile& content_;
  const LanguageTag& language_;
  size_t limit_;
  std::vector<Ranked> hits_;
  size_t contacts_ = 0;
  std::vector<SearchHit> more_contacts_;
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

Result<std::vector<SearchHit>> Search::find(const std::string& text, const LanguageTag& language, Date today,
                                            int limit) {
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
    hits.add(contact_search_.find(words, tolerance));
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

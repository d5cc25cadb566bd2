#include "tests/bench/generated_catalog.h"

#include <algorithm>
#include <set>

#include "kiosk/catalog/writer.h"

namespace kiosk::bench {
namespace {

constexpr size_t kVocabulary = 30000;
constexpr int kBodyWords = 100;

std::string invented_word(std::mt19937& random) {
  static const char* const kStarts[] = {"b", "c", "d", "f",  "g",  "h",  "l",  "m",  "n",  "p",  "r",  "s",
                                        "t", "v", "w", "st", "tr", "pr", "kp", "gb", "sh", "ch", "br", ""};
  static const char* const kMiddles[] = {"a", "e", "i", "o", "u", "é", "ou", "ai", "ea"};
  static const char* const kEnds[] = {"", "", "", "n", "r", "s", "t", "l", "m", "nt", "st"};
  const auto pick = [&](const auto& list) { return list[random() % std::size(list)]; };
  std::string word;
  for (unsigned syllables = 1 + random() % 4; syllables > 0; --syllables)
    word += std::string(pick(kStarts)) + pick(kMiddles) + pick(kEnds);
  return word;
}

}  // namespace

InventedLanguage::InventedLanguage(unsigned seed, size_t words) {
  std::mt19937 random(seed);
  std::set<std::string> known;
  double sum = 0;
  while (words_.size() < words) {
    std::string word = invented_word(random);
    if (!known.insert(word).second) continue;
    sum += 1.0 / static_cast<double>(words_.size() + 1);
    cumulative_.push_back(sum);
    words_.push_back(std::move(word));
  }
}

const std::string& InventedLanguage::word(std::mt19937& random) const {
  const double at = std::uniform_real_distribution<double>(0, cumulative_.back())(random);
  const auto found = std::ranges::lower_bound(cumulative_, at);
  return words_[static_cast<size_t>(
      std::min<std::ptrdiff_t>(found - cumulative_.begin(), static_cast<std::ptrdiff_t>(words_.size()) - 1))];
}

std::string InventedLanguage::sentence(std::mt19937& random, int words) const {
  std::string sentence;
  for (int i = 0; i < words; ++i) sentence += (i == 0 ? "" : " ") + word(random);
  return sentence;
}

Result<GeneratedCatalog> generate_catalog(const std::filesystem::path& folder, int topics, int edition) {
  const LanguageTag english = LanguageTag::of("en"), french = LanguageTag::of("fr");
  const Date day = std::chrono::sys_days(std::chrono::year(2026) / 11 / 23);
  KIOSK_TRY(writer, catalog::Writer::create(folder, {"bench", "Bench", "LR", "Africa/Monrovia", day, 1, english},
                                            {{english, "English"}, {french, "Français"}}));
  const InventedLanguage words(1, kVocabulary), other_words(2, kVocabulary);
  std::mt19937 random(3);
  GeneratedCatalog generated;
  for (int i = 0; i < topics; ++i) {
    catalog::TopicEntry topic;
    topic.id = "topic-" + std::to_string(i);
    topic.section = "section";
    topic.checked_on = day;
    auto text = [&](const InventedLanguage& language) {
      catalog::TopicWords in;
      in.title = language.sentence(random, 2 + static_cast<int>(random() % 4));
      in.summary = language.sentence(random, 8);
      in.body = language.sentence(random, kBodyWords);
      in.keywords = {language.word(random), language.word(random)};
      return in;
    };
    topic.words[english] = text(words);
    if (i == topics / 2) topic.words[english].body += " " + std::to_string(5550000 + edition);
    generated.titles.push_back(topic.words[english].title);
    if (i % 2 == 0) {
      topic.words[french] = text(other_words);
      generated.translated_titles.push_back(topic.words[french].title);
    }
    KIOSK_TRY_STATUS(writer->add_topic(topic));
  }
  for (int i = 0; i < 50; ++i) {
    catalog::ContactEntry contact;
    contact.id = "contact-" + std::to_string(i);
    contact.show = catalog::Show::yes;
    contact.verified_on = day;
    contact.expires_on = day + std::chrono::days(90);
    const std::string dial = std::to_string(i == 25 ? 2000 + edition : 1000 + i);
    contact.numbers = {{dial, dial, "", catalog::NumberUse::voice, catalog::Cost::free, {}}};
    contact.words[english] = {words.sentence(random, 5), words.sentence(random, 10), words.sentence(random, 10), "",
                              ""};
    KIOSK_TRY_STATUS(writer->add_contact(contact));
  }
  KIOSK_TRY_STATUS(writer->finish());
  return generated;
}

}  // namespace kiosk::bench

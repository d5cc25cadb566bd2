#include "kiosk/publish/words_rules.h"

#include <algorithm>
#include <optional>

#include "kiosk/base/utf8.h"
#include "kiosk/catalog/folding.h"
#include "kiosk/publish/text_file.h"
#include "kiosk/text/sentences.h"

namespace kiosk::publish {
namespace {

constexpr std::string_view kArabicPercent = "\u066A";

const std::vector<std::string> kNone;

struct BuiltIn {
  std::string_view language;
  std::vector<std::string> quiet, promises;
};

// Beginnings of words.
const std::vector<BuiltIn>& built_in() {
  static const std::vector<BuiltIn> lists{
      {"en",
       {"traffick", "victim", "police", "slave", "abuse", "rape", "violen", "exploit", "prostitut", "detention",
        "detained", "sexual", "asylum", "persecut", "reporting"},
       {"will save", "guarantee", "100 %", "100 per cent", "safe now", "we promise", "will rescue",
        "nobody will ever know"}},
      {"fr",
       {"traite", "trafic", "victime", "police", "policier", "esclav", "abus", "viol", "exploit", "prostitu",
        "détention", "sexuel", "asile", "persécut", "dénoncer"},
       {"va vous sauver", "allons vous sauver", "vous sauvera", "garanti", "100 %", "en sécurité maintenant",
        "nous promettons", "personne ne saura jamais"}},
      {"ar",
       {"اتجار", "ضحية", "ضحايا", "شرطة", "عبودية", "استغلال", "اغتصاب", "عنف", "دعارة", "احتجاز", "جنسي", "لجوء",
        "اضطهاد"},
       {"سننقذك", "سوف ننقذك", "نضمن", "مضمون", "100 %", "أنت بأمان الآن", "أنت آمن الآن", "نعدك", "لن يعرف أحد أبدا"}},
  };
  return lists;
}

const BuiltIn* built_in_for(const LanguageTag& language) {
  for (const BuiltIn& lists : built_in()) {
    if (lists.language == language.language()) return &lists;
  }
  return nullptr;
}

}  // namespace

std::string plain_form(std::string_view text) {
  std::string plain = " ";
  for (;;) {
    size_t percent = std::min(text.find('%'), text.find(kArabicPercent));
    for (const std::string& word : catalog::query_words(text.substr(0, percent))) plain += word + " ";
    if (percent == std::string_view::npos) return plain;
    plain += "percent ";
    text.remove_prefix(percent + (text[percent] == '%' ? 1 : kArabicPercent.size()));
  }
}

WordList::WordList(const std::vector<std::string>& words) {
  for (const std::string& word : words) add(word);
}

void WordList::add(const std::string& word) {
  std::string plain = plain_form(word);
  plain.pop_back();  // a beginning: anything may follow
  if (plain.size() > 1) words_.push_back({word, std::move(plain)});
}

std::string_view WordList::find(std::string_view plain) const {
  for (const Word& word : words_) {
    if (plain.find(word.plain) != std::string_view::npos) return word.written;
  }
  return {};
}

WordList quiet_words(const LanguageTag& language) {
  const BuiltIn* lists = built_in_for(language);
  return WordList(lists ? lists->quiet : kNone);
}

WordList promise_words(const LanguageTag& language) {
  const BuiltIn* lists = built_in_for(language);
  return WordList(lists ? lists->promises : kNone);
}

bool is_placeholder(std::string_view text) {
  constexpr std::string_view kWords[] = {"todo",
                                         "tbd",
                                         "fixme",
                                         "xxx",
                                         "lorem",
                                         "placeholder",
                                         "translate",
                                         "to translate",
                                         "to be translated",
                                         "a traduire",
                                         "a completer",
                                         "text here",
                                         "your text here",
                                         "insert text",
                                         "untranslated"};
  std::string plain;
  for (const std::string& word : catalog::query_words(text)) plain += (plain.empty() ? "" : " ") + word;
  if (plain.empty())
    return trimmed(text) == "\u2026" || (text.size() > 1 && text.find_first_not_of(".?-_ ") == std::string_view::npos);
  return std::ranges::any_of(kWords, [&](std::string_view word) {
    // A whole text, or a note to oneself in front of one: "Lorem: translate".
    bool note = (word == "todo" || word == "fixme" || word == "tbd" || word == "xxx" || word == "lorem") &&
                plain.starts_with(std::string(word) + " ");
    return plain == word || note;
  });
}

bool is_left_untranslated(std::string_view words, std::string_view source) {
  if (trimmed(words) != trimmed(source)) return false;
  int small = 0;  // a proper name has capitals
  for (size_t at = 0; at < words.size(); ++at)
    small += (at == 0 || words[at - 1] == ' ') && words[at] >= 'a' && words[at] <= 'z';
  return small >= kSmallWordsOfNoName;
}

namespace {

// Words between spaces; a dash or a mark by itself is none.
int words_in(std::string_view text) {
  int words = 0;
  bool in_word = false;
  for (size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at).value_or(' ');
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == 0xA0 || c == 0x202F;
    const bool mark = c == '.' || c == '!' || c == '?' || c == ':' || c == ';' || c == ',' || c == '-' || c == 0x2013 ||
                      c == 0x2014 || c == 0x061F || c == 0x061B || c == 0x060C || c == 0xAB || c == 0xBB;
    if (!space && !mark && !in_word) ++words;
    in_word = !space && (in_word || !mark);
  }
  return words;
}

}  // namespace

std::vector<Sentence> sentences_of(std::string_view text) {
  std::vector<Sentence> sentences;
  for (const text::SentenceRange& range : text::sentences_in(text)) {
    const std::string_view sentence = text.substr(range.begin, range.end - range.begin);
    if (const int words = words_in(sentence); words > 0) sentences.push_back({sentence, words});
  }
  return sentences;
}

Sentence longest_sentence(std::string_view text) {
  Sentence longest;
  for (const Sentence& sentence : sentences_of(text)) {
    if (sentence.words > longest.words) longest = sentence;
  }
  return longest;
}

}  // namespace kiosk::publish

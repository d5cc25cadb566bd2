#include <map>
#include <set>

#include "kiosk/base/utf8.h"
#include "kiosk/publish/checks.h"
#include "kiosk/publish/glossary.h"
#include "kiosk/publish/map_file.h"
#include "kiosk/publish/media_list.h"
#include "kiosk/publish/numbering_plan.h"
#include "kiosk/publish/pack_file.h"
#include "kiosk/publish/words_rules.h"
#include "kiosk/rules/phone_in_text.h"

namespace kiosk::publish {
namespace {

constexpr size_t kLeastPlainDigits = 6;  // fewer are no number of any plan

enum class Role { title, sentence, label };  // a label is no sentence: keywords, names, words on buttons

class TextCheck {
 public:
  explicit TextCheck(const Check& check) : check_(check) {
    for (const ContactFile& contact : check.content.contacts) {
      for (const NumberEntry& entry : contact.numbers) {
        for (const std::string* form : {&entry.number.dial, &entry.number.display, &entry.number.national})
          known_.add(*form);
      }
    }
    for (const DeclaredLanguage& declared : check.content.pack.languages) {
      Rules rules{quiet_words(declared.tag), promise_words(declared.tag),
                  RefusedWords(check.content.glossary, declared.tag)};
      extend(rules.quiet, check.content.pack.quiet_words, declared.tag);
      extend(rules.promises, check.content.pack.promise_words, declared.tag);
      rules_.emplace(declared.tag, std::move(rules));
    }
  }

  void text(const Place& place, const LanguageTag& language, std::string_view words, Role role) {
    if (words.empty()) return;
    if (is_placeholder(words)) {
      check_.problems.error(place, "\"" + std::string(words) + "\" only holds the place of a text.",
                            "Write the text, or remove the line.");
      return;
    }
    numbers(place, words);
    glyphs(place, language, words);
    if (auto rules = rules_.find(language); rules != rules_.end()) words_against(rules->second, place, words);
    if (role == Role::sentence) length(place, words);
  }

  // A sentence in another language that is still the one it was to be made from.
  void translated(const Place& place, const LanguageTag& language, std::string_view words, std::string_view source) {
    if (language == check_.content.pack.source_language || !is_left_untranslated(words, source)) return;
    check_.problems.error(
        place, "This is still the text in the source language, not a translation into " + language.str() + ".",
        "Translate it, or leave it out: then the card or page counts as missing in that language.");
  }

  // A title and what stands beside it on a tile are read by everybody who stands behind the visitor.
  void quiet(const Place& place, const LanguageTag& language, std::string_view words, Severity severity) {
    auto rules = rules_.find(language);
    if (rules == rules_.end()) return;
    std::string_view loud = rules->second.quiet.find(plain_form(words));
    if (loud.empty()) return;
    std::string message = "\"" + std::string(loud) + "\" can be read here by people behind the visitor.";
    std::string remedy = "Say it in everyday words, for example \"When work goes wrong\".";
    if (severity == Severity::error)
      check_.problems.error(place, message, remedy);
    else
      check_.problems.warning(place, message, remedy);
  }

  bool knows_quiet_words(const LanguageTag& language) const {
    auto rules = rules_.find(language);
    return rules != rules_.end() && !rules->second.quiet.empty();
  }

  void by_language(const std::string& file, const TextByLanguage& texts, Role role) {
    for (const auto& [language, words] : texts) {
      if (!check_.content.pack.declares(language)) {
        check_.problems.error({file, words.line}, "pack.yaml has no language " + language.str() + ".",
                              "Correct the tag, or add the language to pack.yaml.");
      }
      text({file, words.line}, language, words.text, role);
      auto source = texts.find(check_.content.pack.source_language);
      if (role == Role::sentence && source != texts.end())
        translated({file, words.line}, language, words.text, source->second.text);
    }
  }

 private:
  struct Rules {
    WordList quiet, promises;
    RefusedWords refused;
  };

  void words_against(const Rules& rules, const Place& place, std::string_view words) {
    std::string plain = plain_form(words);
    std::string_view promise = rules.promises.find(plain);
    if (!promise.empty()) {
      check_.problems.error(place, "\"" + std::string(promise) + "\" promises what nobody can keep.",
                            "Say what the service does, not how it ends.");
    }
    if (auto found = rules.refused.find(plain)) {
      check_.problems.warning(place, "\"" + found->word + "\" is refused by the glossary for \"" + found->term + "\".",
                              found->instead.empty() ? "Say it in other words." : "Write " + found->instead + ".");
    }
  }

  static void extend(WordList& list, const std::map<LanguageTag, std::vector<std::string>>& more,
                     const LanguageTag& language) {
    auto words = more.find(language);
    if (words == more.end()) return;
    for (const std::string& word : words->second) list.add(word);
  }

  void numbers(const Place& place, std::string_view words) {
    std::vector<std::string> found = rules::find_phone_numbers(words, known_);
    if (found.empty()) {
      std::string plain = rules::with_plain_digits(words);
      if (plain.size() > kLeastPlainDigits) found = plan_numbers_in(plain, check_.content.pack.country);
    }
    for (const std::string& number : found) {
      check_.problems.error(place,
                            "\"" + number + "\" looks like a phone number, and numbers may stand in contacts/ only.",
                            "Link the contact instead: [words](contact:id). If it is an amount, write it in words.");
    }
  }

  void glyphs(const Place& place, const LanguageTag& language, std::string_view words) {
    if (!check_.options.undrawn) return;
    for (const auto& [c, package] : check_.options.undrawn(language, words)) {
      check_.problems.error(place, "No font here can draw " + code_point_name(c) + " (" + utf8(c) + ").",
                            package.empty() ? "Write it with another character."
                                            : "Install the package " + package + " and check again.");
    }
  }

  void length(const Place& place, std::string_view words) {
    Sentence longest = longest_sentence(words);
    if (longest.words <= kMaxSentenceWords) return;
    check_.problems.warning(place,
                            "A sentence has " + std::to_string(longest.words) + " words: \"" +
                                std::string(longest.text.substr(0, longest.text.find(' ', 40))) + " ...\"",
                            "Make two or three of it; 15 words are enough.");
  }

  const Check& check_;
  rules::KnownNumbers known_;
  std::map<LanguageTag, Rules> rules_;
};

void check_page(const Check& check, TextCheck& texts, const TopicFile& topic, bool red) {
  texts.text({topic.file, topic.title.line}, topic.language, topic.title.text, Role::title);
  texts.text({topic.file, topic.summary.line}, topic.language, topic.summary.text, Role::sentence);
  for (const Text& keyword : topic.keywords)
    texts.text({topic.file, keyword.line}, topic.language, keyword.text, Role::label);
  for (const document::Block& block : topic.document.blocks) {
    texts.text({topic.file, topic.line_of(block)}, topic.language, block.text(), Role::sentence);
  }
  if (red) {
    texts.quiet({topic.file, topic.title.line}, topic.language, topic.title.text, Severity::error);
    texts.quiet({topic.file, topic.summary.line}, topic.language, topic.summary.text, Severity::warning);
    if (!texts.knows_quiet_words(topic.language)) {
      check.problems.warning(
          {kPackFile},
          "For " + topic.language.str() + " nobody has listed the words that a red page's title must not say.",
          "Ask a native speaker, and add them: quiet_words: {" + topic.language.str() + ": [...]}.");
    }
  }
}

void check_left_untranslated(TextCheck& texts, const TopicFile& topic, const TopicFile& source) {
  texts.translated({topic.file, topic.summary.line}, topic.language, topic.summary.text, source.summary.text);
  texts.translated({topic.file, topic.title.line}, topic.language, topic.title.text, source.title.text);
  std::set<std::string> originals;
  for (const document::Block& block : source.document.blocks) originals.insert(block.text());
  for (const document::Block& block : topic.document.blocks) {
    std::string words = block.text();
    if (originals.contains(words)) texts.translated({topic.file, topic.line_of(block)}, topic.language, words, words);
  }
}

void check_contact_words(TextCheck& texts, const ContactFile& contact) {
  for (const auto& field : catalog::kContactTexts<TextByLanguage>) {
    const bool sentence = field.role == catalog::TextRole::sentence;
    texts.by_language(contact.file, contact.*field.words, sentence ? Role::sentence : Role::label);
  }
}

}  // namespace

void check_texts(const Check& check, const Progress& progress) {
  const Content& content = check.content;
  TextCheck texts(check);
  texts.by_language(kPackFile, content.pack.title, Role::title);
  for (const DeclaredLanguage& declared : content.pack.languages)
    texts.text({kPackFile, declared.line}, declared.tag, declared.name, Role::label);
  for (const auto& [name, translations] : content.pack.checkers)
    texts.by_language(kPackFile, translations, Role::label);
  for (const SectionEntry& section : content.pack.sections) {
    texts.by_language(kPackFile, section.title, Role::title);
    for (const auto& [language, title] : section.title) {
      texts.quiet({kPackFile, title.line}, language, title.text,
                  Severity::error);  // it stands above every red page in it
    }
  }
  for (size_t i = 0; i < content.topics.size(); ++i) {
    const TopicFile& topic = content.topics[i];
    const TopicFile* source = topic.facts ? &topic : content.find_source(topic.id);
    if (source && source != &topic) check_left_untranslated(texts, topic, *source);
    check_page(check, texts, topic, source && source->facts->sensitivity == catalog::Sensitivity::red);
    if (progress && (i % 64 == 0 || i + 1 == content.topics.size()))
      progress("checking pages", i + 1, content.topics.size());
  }
  for (const ContactFile& contact : content.contacts) check_contact_words(texts, contact);
  for (const AreaEntry& area : content.areas) texts.by_language(kMapFile, area.name, Role::label);
  for (const MediumEntry& medium : content.media) texts.by_language(kMediaFile, medium.description, Role::sentence);
  for (const auto& [name, words] : content.pictures.words) texts.by_language(kPictureWords, words, Role::label);
  for (const MessageFile& file : content.messages) {
    for (const MessageEntry& message : file.messages) {
      for (const std::string& words : message.translations) {
        texts.text({file.file, message.line}, file.language, words, Role::label);
        texts.translated({file.file, message.line}, file.language, words, message.original);
      }
    }
  }
}

}  // namespace kiosk::publish

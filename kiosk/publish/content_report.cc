#include "kiosk/publish/content_report.h"

#include <map>
#include <set>

#include "kiosk/audio/opus_decoder.h"
#include "kiosk/os/file.h"
#include "kiosk/publish/coverage.h"
#include "kiosk/publish/translation.h"
#include "kiosk/speech/recordings.h"

namespace kiosk::publish {
namespace {

constexpr std::string_view kSpeechFolder = "speech/";
constexpr std::string_view kSymbols = "0123456789+*#";

std::vector<std::string> texts_of(const TopicFile& topic) {
  std::vector<std::string> texts{topic.title.text, topic.summary.text};
  for (const document::Block& block : topic.document.blocks) {
    if (block.kind != document::BlockKind::contact) texts.push_back(block.text());
  }
  return texts;
}

class Reporter {
 public:
  Reporter(const Content& content, const Progress& progress) : content_(content), progress_(progress) {
    for (const MediumEntry& medium : content.media) {
      if (medium.path.starts_with(kSpeechFolder)) recorded_.insert(medium.path);
    }
    for (const TopicFile& topic : content.topics) pages_[{topic.language, topic.id}] = &topic;
  }

  ContentReport report() {
    ContentReport report;
    report.calls = calls_to_make(content_);
    for (const LanguageCoverage& coverage : measure_coverage(content_)) report.languages.push_back(language(coverage));
    report.pictures = measure_pictures(content_, progress_);
    size_t done = 0;
    for (const std::string& path : recorded_) {
      report.recordings.push_back(recording(path));
      if (progress_) progress_("listening to recordings", ++done, recorded_.size());
    }
    return report;
  }

 private:
  LanguageReport language(const LanguageCoverage& coverage) {
    LanguageReport report;
    report.tag = coverage.tag;
    report.name = coverage.name;
    report.offered = coverage.offered;
    report.spoken_only = coverage.spoken_only;
    if (coverage.spoken_only) return spoken(std::move(report));
    for (const TopicFile* source : content_.sources_in_order()) report.pages.push_back(page(*source, coverage.tag));
    if (!coverage.offered) return report;
    add_texts(report.interface_words, coverage.tag, interface_words(coverage.tag));
    add_texts(report.contacts, coverage.tag, contact_words(coverage.tag));
    add_digits(report);
    return report;
  }

  // Recordings of the words on the screen, which are those of the source language.
  LanguageReport spoken(LanguageReport report) {
    const LanguageTag& written = content_.pack.source_language;
    for (const TopicFile* source : content_.sources_in_order()) {
      PageReport page;
      page.file = source->file;
      add_texts(page, report.tag, texts_of(*source));
      report.pages.push_back(std::move(page));
    }
    add_texts(report.interface_words, report.tag, interface_words(written));
    add_texts(report.contacts, report.tag, contact_words(written));
    add_digits(report);
    return report;
  }

  void add_digits(LanguageReport& report) {
    for (char symbol : kSymbols)
      add(report.digits, speech::digit_recording_name(report.tag, symbol), std::string(1, symbol));
  }

  PageReport page(const TopicFile& source, const LanguageTag& language) {
    PageReport report;
    auto found = pages_.find({language, source.id});
    if (found == pages_.end()) {
      report.file = source.file.substr(0, source.file.find('/') + 1) + source.id + "." + language.str() + ".md";
      report.missing = true;
      return report;
    }
    const TopicFile& topic = *found->second;
    report.file = topic.file;
    if (topic.translation) {
      report.stale = topic.translation->of.text != words_hash(source);
      report.unreviewed = !topic.translation->reviewed();
    }
    std::vector<std::string> texts = texts_of(topic);
    report.reading = measure_reading(texts, language);
    add_texts(report, language, texts);
    return report;
  }

  std::vector<std::string> interface_words(const LanguageTag& language) const {
    std::vector<std::string> words;
    if (language == content_.pack.source_language) {
      for (const MessageEntry& word : content_.words) words.push_back(word.original);
    }
    for (const MessageFile& file : content_.messages) {
      if (file.language != language) continue;
      for (const MessageEntry& message : file.messages) {
        if (message.translated()) words.push_back(message.translations.front());
      }
    }
    std::erase_if(words,
                  [](const std::string& text) { return text.find('{') != std::string::npos; });  // never the same twice
    return words;
  }

  std::vector<std::string> contact_words(const LanguageTag& language) const {
    std::vector<std::string> words;
    for (const ContactFile& contact : content_.contacts) {
      if (contact.show == Show::never || !has_all_words(contact, language, content_.pack.source_language)) continue;
      for (const auto& field : catalog::kContactTexts<TextByLanguage>) {
        const TextByLanguage& texts = contact.*field.words;
        auto text = texts.find(language);
        if (field.role != catalog::TextRole::place && text != texts.end()) words.push_back(text->second.text);
      }
    }
    return words;
  }

  void add_texts(PageReport& report, const LanguageTag& language, const std::vector<std::string>& texts) {
    for (const std::string& text : texts) add(report, speech::recording_name(language, text), text);
  }

  void add(PageReport& report, const std::string& recording, const std::string& words) {
    ++report.texts;
    wanted_.insert(recording);
    if (!recorded_.contains(recording)) report.unrecorded.push_back({recording, words});
  }

  RecordingReport recording(const std::string& path) const {
    RecordingReport report;
    report.path = path;
    report.used = wanted_.contains(path);
    auto bytes = os::read_file(content_.folder / "media" / path, audio::kMaxRecordingBytes);
    if (!bytes.ok()) {
      report.damage = bytes.error().message;
      return report;
    }
    auto decoded = audio::decode_opus({reinterpret_cast<const uint8_t*>(bytes->data()), bytes->size()});
    if (decoded.ok())
      report.inspection = audio::inspect(*decoded);
    else
      report.damage = decoded.error().message;
    return report;
  }

  const Content& content_;
  const Progress& progress_;
  std::map<std::pair<LanguageTag, std::string>, const TopicFile*> pages_;
  std::set<std::string> recorded_, wanted_;
};

}  // namespace

ContentReport report_content(const Content& content, const Progress& progress) {
  return Reporter(content, progress).report();
}

}  // namespace kiosk::publish

// The report for those who plan translations and recordings.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "kiosk/publish/content_report.h"
#include "kiosk/publish/coverage.h"
#include "kiosk/speech/recordings.h"
#include "tests/publish/sample_content.h"
#include "tests/support/opus_writer.h"

using namespace kiosk;
using namespace kiosk::publish;
using kiosk::test::SampleContent;

namespace {

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

const LanguageReport& in(const ContentReport& report, const char* tag) {
  for (const LanguageReport& language : report.languages) {
    if (language.tag == LanguageTag::of(tag)) return language;
  }
  FAIL("no language " << tag);
  return report.languages.front();
}

const PageReport& page(const LanguageReport& language, const std::string& file) {
  for (const PageReport& one : language.pages) {
    if (one.file == file) return one;
  }
  FAIL("no page " << file);
  return language.pages.front();
}

void record(SampleContent& content, const std::string& path, const audio::Sound& sound) {
  std::vector<uint8_t> bytes = tests::encode_opus(sound);
  content.write("media/" + path, std::string(bytes.begin(), bytes.end()));
  content.write("media/media.yaml",
                content.read("media/media.yaml") + path + ": {licence: CC0-1.0, author: a speaker}\n");
}

}  // namespace

TEST_CASE("R76: what is missing, stale or unread is told page by page in every language") {
  SampleContent content;
  content.replace("topics/before-you-go.en.md", "water", "tea");
  ContentReport report = report_content(content.load());
  const LanguageReport& french = in(report, "fr");
  CHECK(page(french, "topics/before-you-go.fr.md").stale);
  CHECK(page(french, "topics/before-you-go.fr.md").unreviewed);
  CHECK(page(french, "topics/ask-for-help.fr.md").missing);
  CHECK_FALSE(page(in(report, "en"), "topics/before-you-go.en.md").unreviewed);
  CHECK_FALSE(in(report, "ar").offered);
  std::string text = content_report_text(report);
  CHECK(holds(text, "fr (Français): 2 of 3 pages are missing, 1 stale, 1 read by no native speaker"));
  CHECK(holds(text, "ar (العربية): not one page yet."));
}

TEST_CASE(
    "a language with recordings of the source words and no page is spoken only, and misses recordings, not pages") {
  SampleContent content;
  const std::string title = content.load().find_source("before-you-go")->title.text;
  record(content, speech::recording_name(LanguageTag::of("ar"), title),
         tests::sine(300, audio::milliseconds(900), -20));
  ContentReport report = report_content(content.load());
  const LanguageReport& arabic = in(report, "ar");
  CHECK(arabic.offered);
  CHECK(arabic.spoken_only);
  const PageReport& heard = page(arabic, "topics/before-you-go.en.md");
  CHECK_FALSE(heard.missing);
  CHECK(static_cast<size_t>(heard.texts) == heard.unrecorded.size() + 1);
  for (const PageReport& one : arabic.pages) CHECK_FALSE(one.missing);
  REQUIRE(report.recordings.size() == 1);
  CHECK(report.recordings.front().used);
  CHECK(holds(content_report_text(report), "spoken only"));
  for (const LanguageCoverage& language : measure_coverage(content.load()))
    CHECK(language.spoken_only == (language.tag == LanguageTag::of("ar")));
}

TEST_CASE("R76 R97 R98: each recording is measured, and each text without one is named as its recording must be") {
  SampleContent content;
  std::string loud = speech::recording_name(LanguageTag::of("en"), "Before you go");
  std::string old = speech::recording_name(LanguageTag::of("en"), "Words that no page says");
  record(content, loud, tests::sine(440, audio::milliseconds(2000), -3));
  record(content, old, tests::sine(440, audio::milliseconds(100), -20));
  ContentReport report = report_content(content.load());
  const PageReport english = page(in(report, "en"), "topics/before-you-go.en.md");
  CHECK(english.texts - static_cast<int>(english.unrecorded.size()) == 1);
  REQUIRE(!english.unrecorded.empty());
  CHECK(english.unrecorded.front().words == "What to think of before a journey.");
  CHECK(english.unrecorded.front().recording ==
        speech::recording_name(LanguageTag::of("en"), "What to think of before a journey."));

  REQUIRE(report.recordings.size() == 2);
  std::string text = content_report_text(report);
  CHECK(holds(text, "LUFS; wanted is -19"));
  CHECK(holds(text, "too short to be speech"));
  CHECK(holds(text, "No text says these words any more"));
  auto json = nlohmann::json::parse(content_report_json(report));
  for (const auto& one : json["recordings"]) {
    CHECK(one["used"] == (one["file"] == "media/" + loud));
    CHECK(one["seconds"].get<double>() == doctest::Approx(one["used"].get<bool>() ? 2.0 : 0.1).epsilon(0.3));
  }
  CHECK(json["languages"][0]["pages"][0]["unrecorded"][0]["words"] == "What to think of before a journey.");
}

TEST_CASE("a recording that cannot be played is told, not passed over") {
  SampleContent content;
  std::string name = speech::recording_name(LanguageTag::of("en"), "Before you go");
  record(content, name, tests::sine(440, audio::milliseconds(1000), -20));
  content.write("media/" + name, "no sound at all");
  ContentReport report = report_content(content.load());
  REQUIRE(report.recordings.size() == 1);
  CHECK(report.recordings[0].damage != "");
  CHECK(holds(content_report_text(report), report.recordings[0].damage));
}

TEST_CASE("R80: short words in short sentences are of a low grade, long ones of a high one") {
  LanguageTag english = LanguageTag::of("en");
  ReadingLevel easy = measure_reading({"Keep your pass. Tell your mother."}, english);
  CHECK(easy.sentences == 2);
  CHECK(easy.words == 6);
  CHECK(easy.mean() == 3);
  REQUIRE(easy.grade);
  CHECK(*easy.grade < 3);
  CHECK_FALSE(easy.too_hard());
  ReadingLevel hard = measure_reading({"Internationally coordinated administrative procedures necessitate considerable "
                                       "documentation before departure."},
                                      english);
  CHECK(*hard.grade > 15);
  CHECK(hard.too_hard());
  CHECK_FALSE(measure_reading({"Gardez votre passeport."}, LanguageTag::of("fr")).grade);
  std::string long_sentence = "un";
  for (int i = 0; i < 26; ++i) long_sentence += " mot";
  CHECK(measure_reading({long_sentence}, LanguageTag::of("fr")).too_hard());
}

TEST_CASE("syllables are counted by groups of vowels") {
  for (const char* word : {"help", "name", "made", "asked", "these"})
    CHECK_MESSAGE(count_syllables(word) == 1, std::string(word));
  for (const char* word : {"passport", "people", "wanted", "houses", "agree"})
    CHECK_MESSAGE(count_syllables(word) == 2, std::string(word));
  for (const char* word : {"recruiter", "family", "visitor"})
    CHECK_MESSAGE(count_syllables(word) == 3, std::string(word));
}

TEST_CASE("the calls that an office has still to make are listed, those for what is shown first") {
  SampleContent content;
  content.replace("contacts/police.yaml", "show: yes", "show: ask_staff");
  auto listed = [&] {
    std::string ids;
    for (const CallToMake& call : report_content(content.load()).calls) ids += call.contact + " " + call.dial + ";";
    return ids;
  };
  CHECK(listed() == "gbv-116 116;police 911;police +231770800911;");
  content.replace("contacts/gbv-116.yaml", "verified:",
                  "calls:\n  - {on: 2026-11-02, network: Orange, answered: nobody, language: none, by: MK}\nverified:");
  CHECK(listed() == "police 911;police +231770800911;");
  content.replace("contacts/gbv-116.yaml", "on: 2026-11-02, net", "on: 2026-08-02, net");
  std::string text = content_report_text(report_content(content.load()));
  INFO(text);
  CHECK(holds(text, "gbv-116                      116              LR         2026-08-02"));
  CHECK(holds(text, "police                       911              LR         never       not shown yet"));
  CHECK(holds(content_report_json(report_content(content.load())), "\"last\": \"2026-08-02\""));
}

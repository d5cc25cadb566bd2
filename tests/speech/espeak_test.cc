// The synthetic voice itself, measured.
#include <doctest/doctest.h>

#include <cmath>
#include <map>
#include <sstream>

#include "kiosk/audio/loudness.h"
#include "kiosk/speech/spelling.h"
#include "kiosk/speech/synthesizer.h"
#include "tests/speech/stage.h"

using namespace kiosk;
using namespace kiosk::speech;
using kiosk::audio::Sound;
using kiosk::speech_tests::stretches;

namespace {

std::unique_ptr<Synthesizer> voice() {
  auto made = make_espeak();
  REQUIRE_MESSAGE(made.ok(), made.error().message);
  return *std::move(made);
}

const std::map<std::string, std::string> kText = {
    {"en",
     "Keep your passport with you. Nobody may take it from you, not even your employer. Before you sign a contract, "
     "ask somebody you trust to read it with you."},
    {"fr",
     "Gardez toujours votre passeport avec vous. Personne ne peut vous le prendre, même pas votre employeur. Avant de "
     "signer un contrat, demandez à quelqu'un de confiance de le lire avec vous."},
    {"ar",
     "احتفظ بجواز سفرك معك دائما. لا يحق لأحد أن يأخذه منك حتى صاحب العمل. قبل أن توقع على عقد اطلب من شخص تثق به أن "
     "يقرأه معك."}};

}  // namespace

TEST_CASE("R3: there are voices for English, French and Arabic, and none is taken for a language it does not speak") {
  auto espeak = voice();
  for (const char* language : {"en", "fr", "ar", "en-LR", "fr-CI", "ar-Arab", "pt", "sw"})
    CHECK_MESSAGE(espeak->speaks(LanguageTag::of(language)), language);
  for (const char* language : {"vai", "vai-Latn", "bsq", "bsq-Latn", "kpe", "ff-Adlm", "ff", "nqo", "men", "ar-Latn"})
    CHECK_MESSAGE(!espeak->speaks(LanguageTag::of(language)), language);
  CHECK(espeak->say("ꕉ", LanguageTag::of("vai")).error().code == Code::unsupported);
}

TEST_CASE("a process has one synthetic voice, and another after the first is gone") {
  {
    auto first = voice();
    auto second = make_espeak();
    CHECK(second.error().code == Code::refused);
  }
  CHECK(make_espeak().ok());
}

TEST_CASE("R97: synthetic speech has the loudness of recordings and does not clip") {
  auto espeak = voice();
  for (const auto& [language, text] : kText) {
    auto sound = espeak->say(text, LanguageTag::of(language));
    REQUIRE(sound.ok());
    auto loudness = audio::measure_loudness(*sound);
    MESSAGE(language << ": " << *loudness.integrated << " LUFS, true peak " << loudness.true_peak << " dBTP");
    CHECK(std::abs(*loudness.integrated - audio::kTargetLoudness) <= 1);
    CHECK(loudness.true_peak <= -0.9);
  }
}

TEST_CASE("R96: speech has at most 150 words a minute, and slower is 0.8 of it") {
  for (const char* language : {"en", "fr"}) {
    const std::string& text = kText.at(language);
    std::istringstream stream(text);
    int count = 0;
    for (std::string word; stream >> word;) ++count;
    std::map<Pace, double> rate;
    for (Pace pace : {Pace::normal, Pace::slower}) {
      speech_tests::Stage stage(voice());
      stage.speaker->set_pace(pace);
      stage.speaker->play({speech_tests::words("w", text, language)}, catalog::Sensitivity::green, Asked::by_visitor);
      stage.finish();
      size_t voiced = 0;
      for (auto stretch : stretches(stage.heard(audio::Way::loudspeaker), audio::milliseconds(200)))
        voiced += stretch.end - stretch.begin;
      rate[pace] = count * 60.0 * audio::kSampleRate / static_cast<double>(voiced);
    }
    MESSAGE(std::string(language) << ": " << rate[Pace::normal] << " words a voiced minute, slower "
                                  << rate[Pace::slower]);
    CHECK(rate[Pace::normal] <= 150);
    CHECK(rate[Pace::slower] / rate[Pace::normal] == doctest::Approx(0.8).epsilon(0.03));
  }
}

TEST_CASE(
    "R85: every digit has a sound of its own in English, French and Arabic, and plus, star and hash with a word") {
  auto espeak = voice();
  const std::map<std::string, std::vector<std::string>> signs = {
      {"en", {"plus", "star", "hash"}}, {"fr", {"plus", "étoile", "dièse"}}, {"ar", {"زائد", "نجمة", "مربع"}}};
  for (const auto& [language, words] : signs) {
    const std::string language_of = language;
    std::vector<std::string> all = words;
    for (char digit = '0'; digit <= '9'; ++digit) all.emplace_back(1, digit);
    std::map<std::vector<int16_t>, std::string> sounds;
    for (const std::string& word : all) {
      auto sound = espeak->say(word, LanguageTag::of(language));
      REQUIRE(sound.ok());
      double level = audio::level(*sound, 0, sound->samples.size());
      INFO(language_of << " " << word << ": " << sound->duration().count() << " ms, " << level << " dBFS");
      CHECK(sound->duration() >= audio::milliseconds(150));
      CHECK(sound->duration() <= audio::milliseconds(2500));
      CHECK(level > -25);
      CHECK(level < -15);
      auto added = sounds.emplace(sound->samples, word);
      CHECK_MESSAGE(added.second, word << " sounds like " << added.first->second);
    }
  }
}

TEST_CASE("R85: a number is heard in its groups with pauses of at least 400 ms in the synthetic voice") {
  for (const char* language : {"en", "fr", "ar"}) {
    speech_tests::Stage stage(voice());
    stage.speaker->play({speech_tests::number("n", "0770 800 911", language)}, catalog::Sensitivity::green,
                        Asked::by_visitor);
    stage.finish();
    auto groups = stretches(stage.heard(audio::Way::loudspeaker), audio::milliseconds(400));
    CHECK(groups.size() == 3);
    CHECK(stretches(stage.heard(audio::Way::loudspeaker), audio::milliseconds(120)).size() >= 10);
  }
}

TEST_CASE("R4: what is repeated is the same sound, sample for sample") {
  speech_tests::Stage stage(voice());
  auto one = speech_tests::words("w", "Keep your passport. Nobody may take it.");
  stage.speaker->play({one}, catalog::Sensitivity::green, Asked::by_visitor);
  while (!stage.speaker->now() || stage.speaker->now()->part == 0) stage.advance(audio::milliseconds(10));
  stage.finish();
  stage.advance(audio::milliseconds(600));
  stage.speaker->repeat();
  stage.finish();
  auto heard = stretches(stage.heard(audio::Way::loudspeaker), audio::milliseconds(250));
  REQUIRE(heard.size() == 3);
  const auto& samples = stage.heard(audio::Way::loudspeaker).samples;
  auto at = [&](size_t i) { return samples.begin() + static_cast<std::ptrdiff_t>(i); };
  CHECK(heard[2].end - heard[2].begin == heard[1].end - heard[1].begin);
  CHECK(std::equal(at(heard[1].begin), at(heard[1].end), at(heard[2].begin)));
}

TEST_CASE("text without words costs nothing: marks, markup, invalid bytes, very long text") {
  auto espeak = voice();
  auto en = LanguageTag::of("en");
  CHECK(espeak->say("", en).ok());
  CHECK(espeak->say("...", en).ok());
  CHECK(espeak->say("<speak><audio src='/etc/passwd'/></speak> [[h@'loU]]", en).ok());
  CHECK(espeak->say("\xff\xfe\xc3", en).ok());
  auto long_one = espeak->say(std::string(100000, 'a') + " b", en);
  CHECK(long_one.ok());
  CHECK(long_one->duration() <= audio::milliseconds(125000));
}

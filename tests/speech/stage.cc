#include "tests/speech/stage.h"

#include <cstdlib>

#include "kiosk/audio/loudness.h"
#include "kiosk/base/check.h"
#include "tests/support/opus_writer.h"

namespace kiosk::speech_tests {

bool ToneSynthesizer::speaks(const LanguageTag& language) const {
  return language.language() == "en" || language.language() == "fr" || language.language() == "ar";
}

double ToneSynthesizer::pitch(char symbol) {
  return 400 + 100 * static_cast<double>(std::string("0123456789+*#").find(symbol));
}

Result<Sound> ToneSynthesizer::say(std::string_view text, const LanguageTag&) {
  said.emplace_back(text);
  if (broken) return Error{Code::io, "broken"};
  if (text.size() == 1 && mute.find(text[0]) != std::string::npos) return Sound{};
  bool symbol = text.size() == 1;
  return tests::sine(symbol ? pitch(text[0]) : 300, milliseconds(symbol ? 200 : 50 * text.size()), -19);
}

Stage::Stage(std::unique_ptr<speech::Synthesizer> synthesizer) {
  auto first = audio::LoopbackSink::create(), second = audio::LoopbackSink::create();
  auto files = std::make_unique<MapRecordings>();
  loudspeaker = first.get();
  headphones = second.get();
  recordings = files.get();
  if (!synthesizer) {
    auto tones = std::make_unique<ToneSynthesizer>();
    voice = tones.get();
    synthesizer = std::move(tones);
  }
  speech::Speaker::Parts parts;
  parts.loudspeaker = std::move(first);
  parts.headphones = std::move(second);
  parts.synthesizer = std::move(synthesizer);
  parts.recordings = std::move(files);
  parts.clock = [this] { return now; };
  parts.changed = [this] { ++changes; };
  speaker = std::make_unique<speech::Speaker>(std::move(parts), speech::Speaker::Drive::by_hand);
}

void Stage::advance(milliseconds time) {
  for (milliseconds step(0); step < time; step += milliseconds(10)) {
    speaker->turn();
    loudspeaker->render(milliseconds(10));
    headphones->render(milliseconds(10));
    now += milliseconds(10);
  }
  speaker->turn();
}

void Stage::finish() {
  for (int i = 0; i < 12000 && speaker->state() == speech::State::speaking; ++i) advance(milliseconds(10));
  KIOSK_CHECK(speaker->state() == speech::State::silent);
}

double Stage::level(audio::Way way, size_t begin, size_t end) const { return audio::level(heard(way), begin, end); }

speech::Utterance words(std::string id, std::string text, const char* language) {
  return {std::move(id), speech::Kind::words, std::move(text), LanguageTag::of(language)};
}

speech::Utterance number(std::string id, std::string display, const char* language) {
  return {std::move(id), speech::Kind::number, std::move(display), LanguageTag::of(language)};
}

std::vector<Stretch> stretches(const Sound& sound, milliseconds gap) {
  std::vector<Stretch> found;
  for (size_t i = 0; i < sound.samples.size(); ++i) {
    if (std::abs(sound.samples[i]) < 104) continue;  // -50 dBFS
    if (found.empty() || i - found.back().end > audio::samples_in(gap)) found.push_back({i, i});
    found.back().end = i + 1;
  }
  return found;
}

double pitch_of(const Sound& sound, Stretch stretch) {
  int crossings = 0;
  for (size_t i = stretch.begin + 1; i < stretch.end; ++i)
    crossings += sound.samples[i - 1] < 0 && sound.samples[i] >= 0;
  return crossings * static_cast<double>(audio::kSampleRate) / static_cast<double>(stretch.end - stretch.begin);
}

}  // namespace kiosk::speech_tests

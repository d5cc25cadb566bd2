// A speaker on loopback sinks under a virtual clock: what each way played is recorded sample by sample, in step with
// the clock. The voice is a tone that tells which words were spoken.
#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "kiosk/audio/loopback_sink.h"
#include "kiosk/speech/speaker.h"

namespace kiosk::speech_tests {

using audio::milliseconds;
using audio::Sound;

// English, French and Arabic. A symbol of a number is 200 ms of its own pitch, a sentence 50 ms a letter at 300 Hz.
class ToneSynthesizer : public speech::Synthesizer {
 public:
  bool speaks(const LanguageTag& language) const override;
  Result<Sound> say(std::string_view text, const LanguageTag& language) override;

  static double pitch(char symbol);  // Hz, 400 and above
  bool broken = false;
  std::string mute;  // symbols without a sound
  std::vector<std::string> said;
};

class MapRecordings : public speech::Recordings {
 public:
  bool has(const std::string& name) const override { return files.count(name) > 0; }
  Result<std::vector<uint8_t>> read(const std::string& name) override { return files.at(name); }

  std::map<std::string, std::vector<uint8_t>> files;
};

struct Stage {
  std::chrono::steady_clock::time_point now{};
  audio::LoopbackSink* loudspeaker = nullptr;
  audio::LoopbackSink* headphones = nullptr;
  ToneSynthesizer* voice = nullptr;
  MapRecordings* recordings = nullptr;
  int changes = 0;
  std::unique_ptr<speech::Speaker> speaker;

  // Null for the tone voice.
  explicit Stage(std::unique_ptr<speech::Synthesizer> synthesizer = nullptr);

  void advance(milliseconds time);
  // Until the speaker is silent. REQUIRES: that happens within two minutes
  void finish();

  // Samples recorded so far; the same on both ways.
  size_t here() const { return loudspeaker->recording().samples.size(); }
  const Sound& heard(audio::Way way) const {
    return (way == audio::Way::loudspeaker ? loudspeaker : headphones)->recording();
  }
  // dBFS of what a way played in [begin, end).
  double level(audio::Way way, size_t begin, size_t end) const;
};

speech::Utterance words(std::string id, std::string text, const char* language = "en");
speech::Utterance number(std::string id, std::string display, const char* language = "en");

// Stretches of a recording that are louder than -50 dBFS; gaps under `gap` do not part them.
struct Stretch {
  size_t begin = 0, end = 0;
};
std::vector<Stretch> stretches(const Sound& sound, milliseconds gap);

double pitch_of(const Sound& sound, Stretch stretch);

}  // namespace kiosk::speech_tests

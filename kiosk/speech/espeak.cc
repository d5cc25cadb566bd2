#include <espeak-ng/speak_lib.h>

#include <atomic>
#include <map>

#include "kiosk/audio/loudness.h"
#include "kiosk/audio/tempo.h"
#include "kiosk/speech/synthesizer.h"

namespace kiosk::speech {

namespace {

// The library keeps its state in globals; a second user would speak with the first one's voice.
std::atomic<bool> in_use = false;

// Started once and never ended: espeak-ng 1.51 never returns from its second espeak_Terminate().
int sampling_rate() {
  static const int rate = espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, 0, nullptr, espeakINITIALIZE_DONT_EXIT);
  return rate;
}

// A sentence is a few hundred bytes (sentences.h); anything longer is not one.
constexpr size_t kMaxText = 4000;
constexpr size_t kMaxSamples = 22050 * 120;

// The library's own measure counts differently: at 130 it spoke 171 to 177 English and French words in a voiced minute,
// at 100 it speaks 131 to 137.
constexpr int kRate = 100;

class Espeak : public Synthesizer {
 public:
  explicit Espeak(int rate) : rate_(rate) {
    espeak_SetSynthCallback(&Espeak::receive);
    for (const espeak_VOICE** voice = espeak_ListVoices(nullptr); voice && *voice; ++voice) add(**voice);
  }
  ~Espeak() override { in_use = false; }

  bool speaks(const LanguageTag& language) const override { return voice_of(language) != nullptr; }

  Result<audio::Sound> say(std::string_view text, const LanguageTag& language) override {
    const std::string* voice = voice_of(language);
    if (!voice) return Error{Code::unsupported, "No voice is installed for the language " + language.str() + "."};
    const std::string words(text.substr(0, kMaxText));
    std::vector<int16_t> samples;
    if (espeak_SetVoiceByName(voice->c_str()) != EE_OK) return failed();
    espeak_SetParameter(espeakRATE, kRate, 0);
    if (espeak_Synth(words.c_str(), words.size() + 1, 0, POS_CHARACTER, 0, espeakCHARS_UTF8, nullptr, &samples) !=
        EE_OK)
      return failed();
    audio::Sound sound = audio::trim_silence(audio::resample(samples, rate_));
    audio::normalize_speech(sound);
    return sound;
  }

 private:
  static Error failed() { return {Code::io, "The synthetic voice failed. Check that espeak-ng-data is installed."}; }

  static int receive(short* samples, int count, espeak_EVENT* events) {
    auto* all = static_cast<std::vector<int16_t>*>(events->user_data);
    if (!samples || !all) return 0;
    all->insert(all->end(), samples, samples + count);
    return all->size() > kMaxSamples;  // 1 stops the synthesis
  }

  // A voice lists its languages as a priority byte and a name, several times. The lowest priority number wins.
  void add(const espeak_VOICE& voice) {
    const std::string file = voice.identifier ? voice.identifier : "";
    if (file.rfind("mb/", 0) == 0 || file.rfind("!v/", 0) == 0) return;  // need a program of their own; variants
    for (const char* at = voice.languages; at && *at;) {
      const int priority = static_cast<unsigned char>(*at++);
      const std::string name = at;
      at += name.size() + 1;
      // As its language alone, too: "fr-fr" also is what speaks "fr".
      auto tag = LanguageTag::parse(name);
      if (!tag.ok()) continue;
      for (const std::string& key : {tag->str(), std::string(tag->language())}) {
        auto found = voices_.find(key);
        if (found == voices_.end() || priority < found->second.priority)
          voices_[key] = {priority, voice.name ? voice.name : ""};
      }
    }
  }

  const std::string* voice_of(const LanguageTag& language) const {
    auto exact = voices_.find(language.str());
    if (exact != voices_.end()) return &exact->second.name;
    // Another script than the language's own would be read out as foreign letters.
    const std::string plain(language.language());
    if (language.script() != LanguageTag::of(plain).script()) return nullptr;
    auto found = voices_.find(plain);
    return found == voices_.end() ? nullptr : &found->second.name;
  }

  struct Candidate {
    int priority = 0;
    std::string name;
  };

  int rate_;
  std::map<std::string, Candidate> voices_;  // by language tag; never changes, so that speaks() may be asked anywhere
};

}  // namespace

Result<std::unique_ptr<Synthesizer>> make_espeak() {
  if (in_use.exchange(true)) return Error{Code::refused, "The synthetic voice is in use already."};
  const int rate = sampling_rate();
  if (rate < 8000 || rate > audio::kSampleRate) {
    in_use = false;
    return Error{Code::not_found, "The synthetic voice does not start. Install the package espeak-ng-data."};
  }
  return std::unique_ptr<Synthesizer>(std::make_unique<Espeak>(rate));
}

}  // namespace kiosk::speech

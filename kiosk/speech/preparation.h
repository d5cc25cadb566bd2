// Makes sound of utterances, part by part: a sentence, a digit, an earcon. A recording of the very words first, else a
// synthetic voice, else nothing. Slow (decoding, synthesis), so it has a thread of its own; used by one thread.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "kiosk/audio/sound.h"
#include "kiosk/speech/recordings.h"
#include "kiosk/speech/sentences.h"
#include "kiosk/speech/synthesizer.h"
#include "kiosk/speech/utterance.h"

namespace kiosk::speech {

enum class Pace { normal, slower };

struct Part {
  TextRange range;            // of the utterance's text
  Voice voice = Voice::none;  // none: it has no sound, and `sound` is null
  std::shared_ptr<const audio::Sound> sound;
  size_t begin = 0, end = 0;          // samples of it
  audio::milliseconds gap_before{0};  // unless it is the first that is heard
};

class Preparation {
 public:
  // Either may be null: no voice, no recordings. Both must outlive this.
  Preparation(Synthesizer* synthesizer, Recordings* recordings) : synthesizer_(synthesizer), recordings_(recordings) {}

  // None after the last part. Never fails: what cannot be said is a part without sound. That is not logged, because a
  // line in a log would tell when somebody listened (R66); kioskctl content report finds such recordings beforehand.
  // A number is said whole or not at all: without a digit it would be another number.
  std::optional<Part> part(const Utterance& utterance, size_t index, Pace pace);
  // Keeps nothing of what was said.
  void forget();

 private:
  Part sentence(const Utterance& utterance, const std::vector<TextRange>& sentences, size_t index, Pace pace);
  std::shared_ptr<const audio::Sound> recording(const std::string& name, Pace pace);
  std::shared_ptr<const audio::Sound> synthetic(std::string_view text, const LanguageTag& language, Pace pace);
  void prepare_digits(const Utterance& number, Pace pace);

  Synthesizer* synthesizer_;
  Recordings* recordings_;

  // The last recording, because its sentences are asked for one after the other.
  std::string cached_name_;
  Pace cached_pace_ = Pace::normal;
  std::shared_ptr<const audio::Sound> cached_;

  // The last synthetic sentences, so that what is repeated is the same sound (R4).
  struct Spoken {
    std::string text;
    LanguageTag language;
    Pace pace;
    std::shared_ptr<const audio::Sound> sound;
  };
  std::deque<Spoken> spoken_;

  // The clips of the last number: all its symbols in one voice, or none at all.
  std::optional<std::pair<std::string, Pace>> digits_of_;
  Voice digits_voice_ = Voice::none;
  std::map<char, std::shared_ptr<const audio::Sound>> digits_;
};

// Where in its text each part of an utterance lies: what the highlight will go through.
std::vector<TextRange> parts_of(const Utterance& utterance);

// Whose voice would say it, as far as can be known without decoding. Any thread.
Voice voice_for(const Utterance& utterance, const Synthesizer* synthesizer, const Recordings* recordings);

}  // namespace kiosk::speech

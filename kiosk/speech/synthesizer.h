// A voice made by calculation, for words of which no recording exists.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "kiosk/audio/sound.h"
#include "kiosk/base/language_tag.h"
#include "kiosk/base/result.h"

namespace kiosk::speech {

class Synthesizer {
 public:
  virtual ~Synthesizer() = default;

  // Whether there is a voice for this very language and script: a neighbouring language's voice is worse than none.
  // Any thread.
  virtual bool speaks(const LanguageTag& language) const = 0;

  // Speaks a sentence with about 130 words a minute (R96), at the loudness of audio/loudness.h, without silence at the
  // ends. The same words need not give the same samples again.
  // Error: Code::unsupported without a voice, Code::io when the library fails. One thread at a time.
  virtual Result<audio::Sound> say(std::string_view text, const LanguageTag& language) = 0;
};

// espeak-ng, of which a process can hold one only. Error: Code::not_found when its data are missing, Code::refused when
// there is one already.
Result<std::unique_ptr<Synthesizer>> make_espeak();

}  // namespace kiosk::speech

// Something to be said: the words on the screen, a number digit by digit, or a sound. Plain values.
#pragma once

#include <optional>
#include <string>

#include "kiosk/base/language_tag.h"

namespace kiosk::speech {

enum class Kind {
  words,
  number,    // text is catalog::Number::display: said digit by digit in the groups shown (R85)
  home,      // the earcon of the home screen (R20)
  key_tone,  // a digit of a secret was entered (R15)
  end_tone,  // nothing further this way
};

struct Utterance {
  std::string id{};  // the node or block that is highlighted meanwhile; may be empty
  Kind kind = Kind::words;
  std::string text{};  // UTF-8, as shown
  LanguageTag language = LanguageTag::of("en");
  // In which language it is to be heard if there is a recording of these very words: one that nothing is written in.
  std::optional<LanguageTag> spoken{};
  // number: what a synthetic voice says for + * # in its language. Empty: it is left to say the sign, and where it
  // cannot (espeak-ng has no word for # in French), the number stays unsaid.
  std::string plus{}, star{}, hash{};
};

// Whose voice says it. A synthetic one is marked as such on the screen (R96).
enum class Voice { none, recorded, synthetic };

}  // namespace kiosk::speech

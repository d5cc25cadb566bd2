#include "kiosk/speech/recordings.h"

#include "kiosk/crypto/sha256.h"
#include "kiosk/speech/spelling.h"

namespace kiosk::speech {

std::string recording_name(const LanguageTag& language, std::string_view words) {
  std::string plain;
  for (char c : words) {
    bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!space) plain += c;
    else if (!plain.empty() && plain.back() != ' ') plain += ' ';
  }
  if (!plain.empty() && plain.back() == ' ') plain.pop_back();
  return "speech/" + language.str() + "/" + crypto::sha256(plain).hex().substr(0, 16) + ".opus";
}

std::string digit_recording_name(const LanguageTag& language, char symbol) {
  return "speech/" + language.str() + "/digit-" + symbol_name(symbol) + ".opus";
}

}  // namespace kiosk::speech

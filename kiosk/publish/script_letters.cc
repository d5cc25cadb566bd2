#include "kiosk/publish/script_letters.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>

namespace kiosk::publish {
namespace {

UChar32 icu(char32_t c) { return static_cast<UChar32>(c); }

std::vector<int> scripts_of(const std::string& code) {
  if (code == "Jpan") return {USCRIPT_HIRAGANA, USCRIPT_KATAKANA, USCRIPT_HAN};
  if (code == "Kore") return {USCRIPT_HANGUL, USCRIPT_HAN};
  if (code == "Hans" || code == "Hant") return {USCRIPT_HAN};
  const int script = u_getPropertyValueEnum(UCHAR_SCRIPT, code.c_str());
  if (script == UCHAR_INVALID_CODE) return {};
  return {script};
}

}  // namespace

ScriptLetters::ScriptLetters(const LanguageTag& language) : scripts_(scripts_of(language.script())) {}

bool is_letter(char32_t c) { return (U_GET_GC_MASK(icu(c)) & U_GC_L_MASK) != 0; }

char32_t small_letter(char32_t c) { return static_cast<char32_t>(u_tolower(icu(c))); }

bool is_accented(char32_t c) { return u_getIntPropertyValue(icu(c), UCHAR_DECOMPOSITION_TYPE) == U_DT_CANONICAL; }

bool is_form(char32_t c) {
  const int type = u_getIntPropertyValue(icu(c), UCHAR_DECOMPOSITION_TYPE);
  return type != U_DT_NONE && type != U_DT_CANONICAL && type != U_DT_COMPAT;
}

bool ScriptLetters::has(char32_t c) const {
  const bool mark = (U_GET_GC_MASK(icu(c)) & U_GC_M_MASK) != 0;
  if (!mark && !is_letter(c)) return false;
  return std::ranges::any_of(scripts_, [&](int number) {
    const auto script = static_cast<UScriptCode>(number);
    if (!mark) return uscript_hasScript(icu(c), script) != 0;
    UErrorCode error = U_ZERO_ERROR;
    return uscript_getScript(icu(c), &error) == script;
  });
}

// The arithmetic of the Unicode standard, chapter 3.12.
std::vector<char32_t> typed_letters(char32_t c) {
  constexpr char32_t kFirst = 0xAC00, kLast = 0xD7A3, kBegins = 0x1100, kVowels = 0x1161, kEnds = 0x11A7;
  constexpr char32_t kVowelCount = 21, kEndCount = 28;
  if (c < kFirst || c > kLast) return {c};
  const char32_t index = c - kFirst, end = index % kEndCount;
  std::vector<char32_t> letters{kBegins + index / (kVowelCount * kEndCount),
                                kVowels + index % (kVowelCount * kEndCount) / kEndCount};
  if (end > 0) letters.push_back(kEnds + end);
  return letters;
}

int place_in_syllable(char32_t c) { return u_getIntPropertyValue(icu(c), UCHAR_HANGUL_SYLLABLE_TYPE); }

}  // namespace kiosk::publish

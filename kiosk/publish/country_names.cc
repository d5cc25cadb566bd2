#include "kiosk/publish/country_names.h"

#include <unicode/locid.h>
#include <unicode/stringoptions.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

namespace kiosk::publish {
namespace {

using NameOf = int32_t (*)(const char*, const char*, UChar*, int32_t, UErrorCode*);

std::string icu_name(const std::string& tag) {
  std::string name = tag;
  std::ranges::replace(name, '-', '_');
  return name;
}

// ICU falls back to the language of this computer, which must not get into a catalog: English then.
std::string name_in(NameOf name_of, const std::string& what, const std::string& language) {
  for (const std::string& in : {icu_name(language), std::string("en")}) {
    std::array<UChar, 200> name{};
    UErrorCode status = U_ZERO_ERROR;
    int32_t size = name_of(what.c_str(), in.c_str(), name.data(), static_cast<int32_t>(name.size()), &status);
    if (U_FAILURE(status) || status == U_USING_DEFAULT_WARNING || size <= 0) continue;
    std::string text;
    icu::UnicodeString(name.data(), size).toUTF8String(text);
    return text;
  }
  return {};
}

std::string folded(const std::string& text) {
  std::string small;
  icu::UnicodeString::fromUTF8(text).foldCase().toUTF8String(small);
  return small;
}

}  // namespace

bool is_country(const std::string& code) {
  if (code == kAtSea) return true;
  for (const char* const* one = uloc_getISOCountries(); *one; ++one)
    if (code == *one) return true;
  return false;
}

std::string meant_country(const std::string& written) {
  std::string wanted = folded(written);
  if (wanted == "uk") return "GB";
  if (wanted == "el") return "GR";
  for (const char* const* one = uloc_getISOCountries(); *one; ++one) {
    std::string locale = std::string("und_") + *one;
    if (wanted == folded(*one) || wanted == folded(uloc_getISO3Country(locale.c_str()))) return *one;
    for (const char* language : {"en", "fr", "ar", "es", "pt"})
      if (wanted == folded(name_in(uloc_getDisplayCountry, locale, language))) return *one;
  }
  return {};
}

std::string country_name(const std::string& code, const LanguageTag& language) {
  return name_in(uloc_getDisplayCountry, "und_" + code, language.str());
}

std::string language_name(const std::string& tag, const LanguageTag& language) {
  return name_in(uloc_getDisplayName, icu_name(tag), language.str());
}

std::string own_language_name(const LanguageTag& language) {
  icu::UnicodeString name = icu::UnicodeString::fromUTF8(language_name(language.str(), language));
  name.toTitle(nullptr, icu::Locale(icu_name(language.str()).c_str()),
               U_TITLECASE_WHOLE_STRING | U_TITLECASE_NO_LOWERCASE);
  std::string text;
  return name.toUTF8String(text);
}

}  // namespace kiosk::publish

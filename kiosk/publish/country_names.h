// Countries of ISO 3166 and languages of BCP 47, and what they are called: from ICU, which knows them in hundreds of
// languages.
#pragma once

#include <string>

#include "kiosk/base/language_tag.h"

namespace kiosk::publish {

// "XZ" is none of ISO, but the code of ports and shipping for the sea.
inline constexpr const char* kAtSea = "XZ";

bool is_country(const std::string& code);

// The code that was probably meant by "UK", "lr", "LBR" or "Liberia"; empty where it is none of these.
std::string meant_country(const std::string& written);

// In `language`, or in English where ICU does not know the name in it.
std::string country_name(const std::string& code, const LanguageTag& language);
std::string language_name(const std::string& tag, const LanguageTag& language);

// As it calls itself where that is on its own, with a capital where its script has them; empty where ICU does not know.
std::string own_language_name(const LanguageTag& language);

}  // namespace kiosk::publish

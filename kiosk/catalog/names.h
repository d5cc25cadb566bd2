// Under which messages of a catalog the names of countries and languages stand: "country:GH", "language:fr". The
// builder writes them in every language, of those countries and languages that the contacts have.
#pragma once

#include <string>

namespace kiosk::catalog {

inline std::string country_key(const std::string& code) { return "country:" + code; }
inline std::string language_key(const std::string& tag) { return "language:" + tag; }

}  // namespace kiosk::catalog

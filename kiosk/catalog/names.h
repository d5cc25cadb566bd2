// Messages of a catalog that are not the program's own words. The builder writes the names of those countries and
// languages that the contacts have in every language, "country:GH", "language:fr"; and who read a contact's words in a
// language, "reviewed:gbv-116". They are content, which one signs: contacts.db, for which two sign, holds nothing of
// either.
#pragma once

#include <string>

namespace kiosk::catalog {

inline std::string country_key(const std::string& code) { return "country:" + code; }
inline std::string reviewed_key(const std::string& contact) { return "reviewed:" + contact; }
inline std::string language_key(const std::string& tag) { return "language:" + tag; }

}  // namespace kiosk::catalog

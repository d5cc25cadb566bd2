// The columns of contacts.db in the words of a signer, who has never seen a contact's YAML.
#pragma once

#include <string>

#include "kiosk/publish/repository/signer_words.h"

namespace kiosk::publish {

// Of a column, or of "name (fr)" or "source 2 title", which keep what tells them apart.
std::string field_label(const std::string& field, const SignerWords& words);

// Of one of the words that a column may hold; anything else stays as it is, made printable.
std::string value_label(const std::string& field, const std::string& value, const SignerWords& words);

}  // namespace kiosk::publish

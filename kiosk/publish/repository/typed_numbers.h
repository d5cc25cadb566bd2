// What a second signer types from a source of their own, held against what is to be signed.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "kiosk/base/result.h"
#include "kiosk/publish/repository/contact_changes.h"

namespace kiosk::publish {

// Digits of any script as ASCII, with + * #; blanks, hyphens, dots, slashes and brackets are left out.
std::string dialled_form(std::string_view typed);

// The numbers of a file by the id of their contact: "gbv-116 116", one a line; what begins with # is a remark.
// Error: Code::not_found, io, invalid for a line that is not of that form.
Result<std::map<std::string, std::set<std::string>>> read_typed_numbers(const std::filesystem::path& file);

// Numbers of `shortest` digits or more in a text, in dialled form; years are none.
std::set<std::string> digits_in_text(std::string_view text, size_t shortest);

}  // namespace kiosk::publish

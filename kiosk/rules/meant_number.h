// What somebody meant who wrote a number with more in it than is dialled: digits of another script, blanks, hyphens,
// brackets, or a second number behind a slash. For the remedy only; nothing is ever dialled or shown by it.
#pragma once

#include <string>
#include <string_view>

namespace kiosk::rules {

// "0770800911 / 0886800911", "116/117". Signs that also part the groups of one number leave it one.
bool is_more_than_one(std::string_view written);

// The same number in the signs that are dialled; empty where letters or unusual signs leave a doubt.
std::string meant_by(std::string_view written);

bool has_letters(std::string_view written);

}  // namespace kiosk::rules

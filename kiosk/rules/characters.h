// Characters that no text of a kiosk may hold, wherever it comes from.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kiosk::rules {

struct Objection {
  std::string what;    // ends the sentence "This line holds ..."
  std::string remedy;  // what an editor does about it, a whole sentence
};

// Why a text may not hold this character between these two (0: the text's end); nothing where it may.
std::optional<Objection> objection_to(char32_t before, char32_t c, char32_t after);

// The first objection to a character of `text`, or to bytes that are not UTF-8.
std::optional<Objection> objection_to_text(std::string_view text);

}  // namespace kiosk::rules

// A pass phrase as its words, not as the bytes that one editor or keyboard made of them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kiosk::rules {

// The first line without a byte order mark and without its end, in Unicode's composed form (NFC): "é" is one letter
// wherever it was typed. Keys are made with this.
std::string pass_phrase(std::string_view typed);

// That first, then every form in which an earlier version may have taken the same words: keys made then still open.
std::vector<std::string> pass_phrase_forms(std::string_view typed);

}  // namespace kiosk::rules

// UTF-8, one code point at a time.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace kiosk::rules {

// The code point that begins at `at`, which is moved behind it; nullopt where the bytes are not UTF-8.
std::optional<char32_t> next_code_point(std::string_view text, size_t& at);

std::string utf8(char32_t code_point);

// "U+1F600"
std::string code_point_name(char32_t code_point);

}  // namespace kiosk::rules

// UTF-8, one code point at a time (through utf8proc). Everything that reads or writes code points comes here, so that
// all layers agree on which bytes are text: overlong forms, surrogates and anything above U+10FFFF are not.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace kiosk {

struct CodePoint {
  char32_t value = 0xFFFD;
  size_t size = 1;  // bytes; 0 at the end of the text
  bool valid = false;
};

// The code point that starts at byte `at`. A byte that starts none counts by itself, as U+FFFD, so that stepping
// by `size` always gets through a text.
CodePoint code_point_at(std::string_view text, size_t at = 0);

// The same, moving `at` past it; nothing where the bytes are not UTF-8.
std::optional<char32_t> next_code_point(std::string_view text, size_t& at);

// How many there are, a stray byte counting as one.
size_t count_code_points(std::string_view text);

// Takes the last one off, as a backspace key does.
void erase_last_code_point(std::string& text);

void append_utf8(std::string& text, char32_t code_point);
std::string utf8(char32_t code_point);

// "U+1F600"
std::string code_point_name(char32_t code_point);

}  // namespace kiosk

// Letters and digits of ASCII, whatever the locale: for names, codes and addresses, never for words that people read.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace kiosk::ascii {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_small(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_letter(char c) { return is_small(c) || is_capital(c); }
constexpr bool is_letter_or_digit(char c) { return is_letter(c) || is_digit(c); }

constexpr char small(char c) { return is_capital(c) ? static_cast<char>(c - 'A' + 'a') : c; }
constexpr char capital(char c) { return is_small(c) ? static_cast<char>(c - 'a' + 'A') : c; }

inline std::string small(std::string_view text) {
  std::string letters(text);
  for (char& c : letters) c = small(c);
  return letters;
}

inline bool all_digits(std::string_view text) { return std::ranges::all_of(text, is_digit); }

}  // namespace kiosk::ascii

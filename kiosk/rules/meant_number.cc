#include "kiosk/rules/meant_number.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "kiosk/base/utf8.h"
#include "kiosk/rules/digits.h"

namespace kiosk::rules {
namespace {

constexpr size_t kWholeNumber = 7;  // "+231 770" is six digits of one
constexpr size_t kLongestShortCode = 5;
constexpr char32_t kWidePlus = U'\uFF0B';

std::vector<char32_t> characters_of(std::string_view text) {
  std::vector<char32_t> all;
  for (size_t at = 0; at < text.size();) {
    auto c = next_code_point(text, at);
    if (!c) break;
    if (!is_unseen(*c)) all.push_back(*c);
  }
  return all;
}

bool parts_numbers(char32_t c) {
  const char kind = separator_kind(c);
  return is_letter(c) || kind == '/' || kind == ',' || c == ';' || c == '|' || c == '&' || c == '\n';
}

// How many digits each part has.
std::vector<size_t> parts_of(std::string_view written) {
  std::vector<size_t> parts{0};
  for (char32_t c : characters_of(written)) {
    if (parts_numbers(c) && parts.back() > 0) parts.push_back(0);
    parts.back() += digits_in(c).size();
  }
  if (parts.back() == 0) parts.pop_back();
  return parts;
}

// "+231 (0) 770 800 911": inside the country, that means.
std::string_view without_bracketed_trunk(std::string_view written, std::string& rest) {
  const size_t at = written.find("(0)");
  if (at == std::string_view::npos || !written.starts_with('+')) return written;
  rest = std::string(written.substr(0, at)) + std::string(written.substr(at + 3));
  return rest;
}

}  // namespace

bool is_more_than_one(std::string_view written) {
  const std::vector<size_t> parts = parts_of(written);
  const auto whole = std::ranges::count_if(parts, [](size_t digits) { return digits >= kWholeNumber; });
  const bool short_codes = parts.size() == 2 && parts[0] == parts[1] && parts[0] >= 3 && parts[0] <= kLongestShortCode;
  return whole >= 2 || short_codes;
}

std::string meant_by(std::string_view written) {
  std::string rest, meant;
  for (char32_t c : characters_of(without_bracketed_trunk(written, rest))) {
    const std::string digits = digits_in(c);
    if (!digits.empty()) {
      meant += digits;
    } else if (c == '+' || c == kWidePlus) {
      meant += '+';
    } else if (c == '*' || c == '#') {
      meant += static_cast<char>(c);
    } else if (is_letter(c) || parts_numbers(c) || separator_kind(c) == 0 || separator_kind(c) == '~') {
      return {};
    }
  }
  return meant;
}

bool has_letters(std::string_view written) { return std::ranges::any_of(characters_of(written), is_letter); }

}  // namespace kiosk::rules

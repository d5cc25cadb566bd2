#include "kiosk/catalog/number_rules.h"

#include <algorithm>

namespace kiosk::catalog {
namespace {

constexpr size_t kShortest = 2, kLongest = 20;
constexpr size_t kShortestLocalPart = 5;  // of a number with a country code: less could be the end of another one

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string without_blanks(const std::string& text) {
  std::string rest;
  std::ranges::copy_if(text, std::back_inserter(rest), [](char c) { return c != ' '; });
  return rest;
}

bool evenly_spaced(const std::string& text) {
  return !text.starts_with(' ') && !text.ends_with(' ') && text.find("  ") == std::string::npos;
}

bool is_dialable(const std::string& dial) {
  if (dial.size() < kShortest || dial.size() > kLongest) return false;
  const auto first = dial.begin() + (dial.front() == '+' ? 1 : 0);
  return std::all_of(first, dial.end(), [](char c) { return is_digit(c) || c == '*' || c == '#'; }) &&
         std::any_of(first, dial.end(), is_digit);
}

bool is_national_form(const std::string& national, const std::string& dial) {
  std::string digits = without_blanks(national);
  if (!std::ranges::all_of(digits, is_digit)) return false;
  if (digits.starts_with('0')) digits.erase(0, 1);
  return digits.size() >= kShortestLocalPart && dial.ends_with(digits);
}

}  // namespace

std::optional<std::string> objection(const Number& number) {
  if (!is_dialable(number.dial))
    return "\"" + number.dial + "\" cannot be dialled: it is digits only, with + in front at most.";
  if (!evenly_spaced(number.display) || without_blanks(number.display) != number.dial)
    return "\"" + number.display + "\" is shown, but \"" + number.dial +
           "\" is dialled: both must have the same digits.";
  if (!number.national.empty() && (!evenly_spaced(number.national) || !is_national_form(number.national, number.dial)))
    return "\"" + number.national + "\" is not the national form of \"" + number.dial +
           "\": they must end in the same digits.";
  return std::nullopt;
}

}  // namespace kiosk::catalog

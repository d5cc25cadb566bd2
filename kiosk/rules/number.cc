#include "kiosk/rules/number.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "kiosk/rules/meant_number.h"

namespace kiosk::rules {
namespace {

constexpr size_t kShortest = 2, kLongest = 20, kLongestInternational = 15;
constexpr size_t kLongestShortCode = 6;
constexpr size_t kShortestLocalPart = 5;  // of a number with a country code: less could be the end of another one
constexpr size_t kShortestInternational = 9;
// What is dialled in front of a number inside a country, in place of the country code; empty where nothing is.
constexpr std::array<std::string_view, 6> kTrunks{"", "0", "8", "06", "01", "1"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }

std::string without_blanks(std::string_view text) {
  std::string rest;
  std::ranges::copy_if(text, std::back_inserter(rest), [](char c) { return c != ' '; });
  return rest;
}

bool evenly_spaced(std::string_view text) {
  return !text.starts_with(' ') && !text.ends_with(' ') && text.find("  ") == std::string_view::npos;
}

bool is_of_digits(std::string_view text, std::string_view signs) {
  return std::ranges::all_of(text, [&](char c) { return is_digit(c) || signs.find(c) != std::string_view::npos; });
}

bool is_national_form(const std::string& digits, std::string_view dial) {
  return std::ranges::any_of(kTrunks, [&](std::string_view trunk) {
    if (!digits.starts_with(trunk)) return false;
    std::string_view rest = std::string_view(digits).substr(trunk.size());
    // Before it comes a country code, of one to three digits behind the +.
    return rest.size() >= kShortestLocalPart && dial.ends_with(rest) && dial.size() >= rest.size() + 2 &&
           dial.size() <= rest.size() + 4;
  });
}

// "+231 770 800 911 ext. 12": dialled as one it reaches no one.
bool has_extension(std::string_view text) {
  size_t sign = text.find_first_of(",;xX#eEpPwW", 5);
  return sign != std::string_view::npos && std::ranges::any_of(text.substr(0, 5), is_digit) &&
         std::ranges::any_of(text.substr(sign), is_digit) && (text.starts_with('+') || text[sign] != '#');
}

std::optional<Objection> objection_to_dial(std::string_view dial);

// With what was meant, where that is plain and could be dialled.
Objection not_dialled(std::string_view dial) {
  const std::string what = quoted(dial) + " cannot be dialled.";
  const std::string meant = meant_by(dial);
  if (!meant.empty() && meant != dial && !objection_to_dial(meant))
    return {what, "Write only what is pressed: " + quoted(meant) + "."};
  if (has_letters(dial) && std::ranges::any_of(dial, is_digit))
    return {what, "It has letters in it. Write the digits that are pressed, as its owner says them."};
  return {what, "Write digits only, with a + in front of a country code: no spaces, no letters."};
}

std::optional<Objection> objection_to_dial(std::string_view dial) {
  if (is_more_than_one(dial))
    return Objection{quoted(dial) + " is more than one number.", "Write each of them as a number of its own."};
  if (has_extension(dial)) {
    return Objection{quoted(dial) + " carries an extension, which no phone dials as written here.",
                     "Write the number alone, and what to ask for under advice."};
  }
  bool international = dial.starts_with('+');
  std::string_view digits = dial.substr(international ? 1 : 0);
  bool fits = digits.size() >= kShortest && digits.size() <= (international ? kLongestInternational : kLongest);
  if (!fits || !is_of_digits(digits, international ? "" : "*#") || !std::ranges::any_of(digits, is_digit))
    return not_dialled(dial);
  if (dial.starts_with("00") && dial.size() > kLongestShortCode) {
    return Objection{quoted(dial) + " begins with 00, which is not the way out of every country.",
                     "Write + instead of 00."};
  }
  if (international && digits.starts_with('0')) {
    return Objection{quoted(dial) + " has a 0 after the +.", "Write the country code after the +, for example +231."};
  }
  if (international && digits.size() < kShortestInternational) {
    return Objection{quoted(dial) + " is a short code with a country code in front of it; it would reach no one.",
                     "Write the short code as it is dialled inside the country, and name the country under from."};
  }
  return std::nullopt;
}

// What is shown may add spaces between groups (E.123), nothing else.
std::optional<Objection> objection_to_form(std::string_view shown, const char* field) {
  if (has_extension(shown)) return objection_to_dial(shown);
  if (is_of_digits(shown, "+*# ") && evenly_spaced(shown)) return std::nullopt;
  return Objection{quoted(field) + " is " + quoted(shown) + ".",
                   "Group the digits with single spaces only, for example +231 770 800 911; no brackets, no hyphens."};
}

}  // namespace

std::optional<Objection> objection_to_number(std::string_view dial, std::string_view display,
                                             std::string_view national) {
  if (auto wrong = objection_to_dial(dial)) return wrong;
  if (auto wrong = objection_to_form(display, "display")) return wrong;
  if (without_blanks(display) != dial) {
    return Objection{"The number shown, " + quoted(display) + ", is not the number dialled, " + quoted(dial) + ".",
                     "Find out which one is right, and write the same digits in both."};
  }
  if (national.empty()) return std::nullopt;
  if (auto wrong = objection_to_form(national, "national")) return wrong;
  std::string digits = without_blanks(national);
  bool same = dial.starts_with('+') ? is_of_digits(digits, "") && is_national_form(digits, dial)
                                    : digits == dial && digits.size() >= kShortestLocalPart;
  if (same) return std::nullopt;
  return Objection{
      "The number shown inside the country, " + quoted(national) + ", is not the number dialled, " + quoted(dial) + ".",
      "Write the same digits as they are dialled inside the country, for example 0 in place of the country code."};
}

std::string grouped(std::string_view dial) {
  size_t plus = dial.starts_with('+') ? 1 : 0;
  if (dial.size() - plus < 6 || !is_of_digits(dial.substr(plus), "")) return std::string(dial);
  std::string text(dial.substr(0, plus));
  for (size_t at = plus; at < dial.size();) {
    size_t left = dial.size() - at, size = left == 4 ? 4 : left == 2 ? 2 : 3;
    if (at > plus) text += ' ';
    text += dial.substr(at, size);
    at += size;
  }
  return text;
}

}  // namespace kiosk::rules

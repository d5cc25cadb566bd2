// Phone numbers that hide in a text, where none may stand: numbers are shown on contact cards only, for which two
// people signed.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk::rules {

// A decimal digit of any script or disguise, as ASCII.
std::optional<char> digit_of(char32_t c);

// The ASCII digits of `text`, nothing else.
std::string digits_of(std::string_view text);

// The digits that people see in `text`, in whatever script, as ASCII.
std::string seen_digits_of(std::string_view text);

// All forms of a catalog's numbers as bare digits, to find them in texts.
class KnownNumbers {
 public:
  // As it is dialled, or as it is shown.
  void add(std::string_view form);
  bool contains(const std::string& digits) const { return digits_.contains(digits); }

 private:
  std::set<std::string> digits_;
};

// What looks like a phone number in `text`, as written there: any known number, anything with a leading + or 0 and four
// digits or more, with seven digits or more, or six as numbers have them; in whatever script, disguise and grouping.
// Years, days, times of day, and amounts below ten millions grouped in thousands are not phone numbers.
std::vector<std::string> find_phone_numbers(std::string_view text, const KnownNumbers& known);

// The digits of `text` that are no year, day, time or amount, as ASCII and parted by "; ", for a stranger to look
// through.
std::string with_plain_digits(std::string_view text);

}  // namespace kiosk::rules

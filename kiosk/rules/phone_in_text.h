// Phone numbers that hide in a text, where none may stand: numbers are shown on contact cards only, for which two
// people signed.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk::rules {

// A decimal digit of one of the scripts that content is written in, as ASCII.
std::optional<char> digit_of(char32_t c);

// The ASCII digits of `text`, nothing else.
std::string digits_of(std::string_view text);

// All forms of a catalog's numbers as bare digits, to find them in texts.
class KnownNumbers {
 public:
  // As it is dialled, or as it is shown.
  void add(std::string_view form);
  bool contains(const std::string& digits) const { return digits_.contains(digits); }

 private:
  std::set<std::string> digits_;
};

// What looks like a phone number in `text`, as written there: any known number, and anything with a leading + or 0 and
// four digits or more, or with seven digits or more, in whatever script and however grouped. Years, ISO days, times of
// day, and amounts grouped in thousands are not phone numbers.
std::vector<std::string> find_phone_numbers(std::string_view text, const KnownNumbers& known);

}  // namespace kiosk::rules

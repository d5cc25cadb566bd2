// Phone numbers: those of contacts, checked as they will be dialled; and those that hide in a text, where none may
// stand.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/catalog/model.h"
#include "kiosk/publish/problem.h"

namespace kiosk::publish {

// Reports a number that cannot be dialled as written, or whose shown digits are not the dialled ones (R83, R87).
void check_number(const catalog::Number& number, const Place& place, Problems& problems);

// The digits of `text`, nothing else.
std::string digits_of(std::string_view text);

// All forms of the pack's numbers as bare digits, to find them in texts.
class KnownNumbers {
 public:
  void add(const catalog::Number& number);
  bool contains(const std::string& digits) const { return digits_.contains(digits); }

 private:
  std::set<std::string> digits_;
};

// What looks like a phone number in `text`, as written there: any known number, and anything with a leading + or 0 and
// four digits or more, or with seven digits or more, in whatever script and however grouped. Years, ISO days, times of
// day, and amounts grouped in thousands are not phone numbers.
std::vector<std::string> find_phone_numbers(std::string_view text, const KnownNumbers& known);

}  // namespace kiosk::publish

#include "kiosk/publish/phone_number.h"

#include <algorithm>
#include <iterator>

#include "kiosk/rules/phone_in_text.h"

namespace kiosk::publish {
namespace {

bool has_letters_only_of(std::string_view text, std::string_view allowed) {
  return text.find_first_not_of(allowed) == std::string_view::npos;
}

// What is shown may add spaces between groups (E.123), nothing else.
void check_shown(const std::string& shown, const char* field, const Place& place, Problems& problems) {
  if (has_letters_only_of(shown, "+0123456789*# ") && shown.find("  ") == std::string::npos) return;
  problems.error(place, "\"" + std::string(field) + "\" is \"" + shown + "\".",
                 "Group the digits with single spaces only, for example +231 770 800 911; no brackets, no hyphens.");
}

}  // namespace

void check_number(const catalog::Number& number, const Place& place, Problems& problems) {
  const std::string& dial = number.dial;
  auto error = [&](const std::string& message, const std::string& remedy) { problems.error(place, message, remedy); };
  std::string quoted = "\"" + dial + "\"";
  std::string digits = rules::digits_of(dial);
  bool international = dial.starts_with("+");
  if (!has_letters_only_of(dial, "+0123456789*#") || dial.find('+', 1) != std::string::npos || digits.size() < 2 ||
      digits.size() > 15) {
    error(quoted + " cannot be dialled.",
          "Write digits only, with a + in front of a country code: no spaces, no letters.");
    return;
  }
  if (dial.starts_with("00")) {
    error(quoted + " begins with 00, which is not the way out of every country.", "Write + instead of 00.");
  } else if (international && digits[0] == '0') {
    error(quoted + " has a 0 after the +.", "Write the country code after the +, for example +231.");
  } else if (international && digits.size() < 9) {
    error(quoted + " is a short code with a country code in front of it; it would reach nobody.",
          "Write the short code as it is dialled inside the country, and name the country under from.");
  } else if (!international && number.from.empty()) {
    error(quoted + " works only inside one country.", "Name that country under from, for example from: [LR].");
  }
  check_shown(number.display, "display", place, problems);
  std::string shown;
  std::copy_if(number.display.begin(), number.display.end(), std::back_inserter(shown),
               [](char c) { return c != ' '; });
  if (shown != dial) {
    error("The number shown, \"" + number.display + "\", is not the number dialled, " + quoted + ".",
          "Find out which one is right, and write the same digits in both.");
  }
  if (number.national.empty()) return;
  check_shown(number.national, "national", place, problems);
  std::string national = rules::digits_of(number.national);
  std::string subscriber = national.starts_with("0") ? national.substr(1) : national;
  bool same = international
                  ? subscriber.size() >= 6 && digits.ends_with(subscriber) && digits.size() - subscriber.size() <= 3
                  : national == digits;
  if (!same) {
    error(
        "The number shown inside the country, \"" + number.national + "\", is not the number dialled, " + quoted + ".",
        "Write the same digits, with 0 in place of the country code.");
  }
}

}  // namespace kiosk::publish

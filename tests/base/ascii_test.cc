#include "kiosk/base/ascii.h"

#include <doctest/doctest.h>

using namespace kiosk;

TEST_CASE("only the 62 letters and digits of ASCII are letters and digits") {
  int letters = 0, digits = 0;
  for (int c = -128; c < 128; ++c) {
    letters += ascii::is_letter(static_cast<char>(c));
    digits += ascii::is_digit(static_cast<char>(c));
  }
  CHECK(letters == 52);
  CHECK(digits == 10);
}

TEST_CASE("small letters leave everything else alone") {
  CHECK(ascii::small("AZ az 09 [\xC3\x89") == "az az 09 [\xC3\x89");
  CHECK(ascii::capital('z') == 'Z');
  CHECK(ascii::capital('{') == '{');
}

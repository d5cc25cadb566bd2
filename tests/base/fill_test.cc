#include "kiosk/base/fill.h"

#include <doctest/doctest.h>

using kiosk::fill;

TEST_CASE("values go where a language wants them, as often as it wants them") {
  CHECK(fill("{1} of {2}", {"3", "7"}) == "3 of 7");
  CHECK(fill("{2}, {1}, {2}", {"a", "b"}) == "b, a, b");
}

TEST_CASE("a gap without a value stays, and a value that looks like a gap is not filled") {
  CHECK(fill("{1} {2} {0} {x} {", {"a"}) == "a {2} {0} {x} {");
  CHECK(fill("{1} {2}", {"{2}", "b"}) == "{2} b");
}

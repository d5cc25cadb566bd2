#include "kiosk/base/slug.h"

#include <doctest/doctest.h>

#include <string>

namespace kiosk {

TEST_CASE("a slug is small letters, digits and single hyphens between them") {
  CHECK(is_slug("a"));
  CHECK(is_slug("gbv-116"));
  CHECK(is_slug(std::string(64, 'a')));
  for (std::string wrong : {"", "-a", "a-", "a--b", "A", "a_b", "a.b", "a/b", "é"}) CHECK_FALSE(is_slug(wrong));
  CHECK_FALSE(is_slug(std::string(65, 'a')));
}

}  // namespace kiosk

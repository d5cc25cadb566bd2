#include <doctest/doctest.h>

#include <memory>
#include <string>

#include "kiosk/base/result.h"

using namespace kiosk;

namespace {

Result<int> half(int n) {
  if (n % 2) return Error{Code::invalid, "odd"};
  return n / 2;
}

Result<int> quarter(int n) {
  KIOSK_TRY(once, half(n));
  KIOSK_TRY(twice, half(once));
  return twice;
}

}  // namespace

TEST_CASE("a result hands on the first error and nothing after it") {
  CHECK(*quarter(8) == 2);
  CHECK(quarter(6).error().message == "odd");
}

TEST_CASE("a result can own what cannot be copied") {
  Result<std::unique_ptr<int>> result = std::make_unique<int>(7);
  std::unique_ptr<int> moved = *std::move(result);
  CHECK(*moved == 7);
}

#include "tests/layering/requirements.h"

#include <doctest/doctest.h>

#include "tests/layering/source_tree.h"
#include "tests/support/source_path.h"

using namespace layering;

namespace {

const std::filesystem::path kRoot = kiosk::test::source_path();

constexpr int kLast = 99;

using Numbers = std::set<int>;

}  // namespace

TEST_CASE("numbers of requirements are found in names of tests, and not in comments beside them") {
  CHECK(numbers_in_cases(
            "// R1\nTEST_CASE(\"R2 R3: a\") {\nTEST_CASE(\n    \"b (R4)\") { R5;\nTEST_CASE_FIXTURE(F, \"R6\")") ==
        Numbers{2, 3, 4, 6});
  CHECK(numbers_in_expectations("# R1\nexpect \"so (R2, R3)\" true\n") == Numbers{2, 3});
  CHECK(numbers_in_table("R1\n| R2, R3 | not R4 | R5 |\n| no | R6 |\n") == Numbers{2, 3});
}

TEST_CASE(
    "each requirement has a test that carries its number in its name, or a reason in tests/README.md why it has none") {
  Numbers named;
  for (const auto& file : files_below(kRoot, "tests", {".cc"})) named.merge(numbers_in_cases(read_text(kRoot / file)));
  for (const auto& file : files_below(kRoot, "tests", {".sh"}))
    named.merge(numbers_in_expectations(read_text(kRoot / file)));
  REQUIRE(named.size() > 40);
  const Numbers excused = numbers_in_table(read_text(kRoot / "tests/README.md"));
  for (int number = 1; number <= kLast; ++number) {
    CHECK_MESSAGE(
        (named.contains(number) || excused.contains(number)),
        "R" << number << ": write it into the name of the test that checks it, or a row into tests/README.md");
  }
}

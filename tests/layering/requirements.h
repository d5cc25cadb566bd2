// Which requirement numbers the names of tests carry, and which are in the table of tests/README.md.
// Values only.
#pragma once

#include <set>
#include <string>

namespace layering {

// Numbers in the names of a C++ test's cases: TEST_CASE("R42: ...").
std::set<int> numbers_in_cases(const std::string& source);

// Numbers in what a shell test says while it checks: expect "... (R69)".
std::set<int> numbers_in_expectations(const std::string& script);

// Numbers in the first cells of a table: | R8, R9 | ... |
std::set<int> numbers_in_table(const std::string& page);

}  // namespace layering

#include "tests/layering/requirements.h"

#include <regex>

#include "tests/layering/source_tree.h"

namespace layering {
namespace {

void add_numbers(std::set<int>& numbers, const std::string& text) {
  static const std::regex form(R"(\bR([0-9]{1,2})\b)");
  for (std::sregex_iterator at(text.begin(), text.end(), form), end; at != end; ++at)
    numbers.insert(std::stoi((*at)[1]));
}

std::set<int> numbers_in_matches(const std::string& text, const std::regex& form) {
  std::set<int> numbers;
  for (std::sregex_iterator at(text.begin(), text.end(), form), end; at != end; ++at) add_numbers(numbers, (*at)[1]);
  return numbers;
}

}  // namespace

std::set<int> numbers_in_cases(const std::string& source) {
  static const std::regex form(R"re(TEST_CASE(?:_FIXTURE)?\(\s*(?:\w+,\s*)?"([^"\n]*)")re");
  return numbers_in_matches(source, form);
}

std::set<int> numbers_in_expectations(const std::string& script) {
  static const std::regex form(R"re(\bexpect "([^"\n]*)")re");
  return numbers_in_matches(script, form);
}

std::set<int> numbers_in_table(const std::string& page) {
  std::set<int> numbers;
  for (const std::string& line : lines_of(page)) {
    if (line.rfind("| R", 0) == 0) add_numbers(numbers, line.substr(0, line.find('|', 1)));
  }
  return numbers;
}

}  // namespace layering

// The numbers of a contact of the starter content as their author wrote them: read from the YAML by lines, so that
// neither the writer nor the reader of the catalog has a hand in what the screen is compared with.
#pragma once

#include <fstream>
#include <string>
#include <vector>

#include "tests/support/source_path.h"

namespace kiosk::test {

struct WrittenNumber {
  std::string dial;
  std::string national;  // as it is dialled inside the country; empty: the same
};

inline std::vector<WrittenNumber> written_numbers(const std::string& contact) {
  std::ifstream file(source_path("content/contacts/" + contact + ".yaml"));
  auto value = [](const std::string& line, const std::string& key) {
    size_t begin = line.find(key + ": \"");
    if (begin == std::string::npos) return std::string();
    begin += key.size() + 3;
    return line.substr(begin, line.find('"', begin) - begin);
  };
  std::vector<WrittenNumber> numbers;
  for (std::string line; std::getline(file, line);) {
    if (std::string dial = value(line, "- dial"); !dial.empty()) numbers.push_back({dial, ""});
    if (std::string national = value(line, "  national"); !national.empty() && !numbers.empty()) {
      std::erase(national, ' ');
      numbers.back().national = national;
    }
  }
  return numbers;
}

}  // namespace kiosk::test

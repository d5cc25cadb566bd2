#include "tests/layering/source_tree.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>

namespace layering {

std::vector<Include> includes_of(const std::string& text) {
  static const std::regex directive(R"(^\s*#\s*include\s*([<"])([^>"]+)[>"].*)");
  std::vector<Include> found;
  int number = 0;
  bool in_comment = false;
  for (const std::string& line : lines_of(text)) {
    ++number;
    std::smatch match;
    if (!in_comment && std::regex_match(line, match, directive)) found.push_back({number, match[2], match[1] == "\""});
    for (size_t at = 0; (at = line.find(in_comment ? "*/" : "/*", at)) != std::string::npos; at += 2)
      in_comment = !in_comment;
  }
  return found;
}

std::vector<std::filesystem::path> files_below(const std::filesystem::path& root, const std::string& folder,
                                               const std::vector<std::string>& endings) {
  std::vector<std::filesystem::path> found;
  if (!std::filesystem::exists(root / folder)) return found;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder)) {
    if (!entry.is_regular_file()) continue;
    const std::string ending = entry.path().extension().string();
    if (endings.empty() || std::find(endings.begin(), endings.end(), ending) != endings.end())
      found.push_back(std::filesystem::relative(entry.path(), root));
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::string read_text(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

}  // namespace layering

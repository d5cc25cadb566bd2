// Reads the source tree as text: files, lines, #include directives. Not a parser of C++.
// Values only; nothing is kept between calls.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace layering {

struct Include {
  int line = 0;
  std::string name;     // what is between the marks
  bool quoted = false;  // "..." as against <...>
};

// Every #include of a file's text, but not those in comments and strings.
std::vector<Include> includes_of(const std::string& text);

// Paths relative to the root, sorted; only files that end in one of the endings (".cc"), or all if there are none.
std::vector<std::filesystem::path> files_below(const std::filesystem::path& root, const std::string& folder,
                                               const std::vector<std::string>& endings);

std::string read_text(const std::filesystem::path& file);

std::vector<std::string> lines_of(const std::string& text);

}  // namespace layering

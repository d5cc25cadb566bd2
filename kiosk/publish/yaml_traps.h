// What looks right in an editor and is something else in YAML. The parser itself says nothing of these.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/publish/problem.h"

namespace kiosk::publish {

struct YamlComplaint {
  int line = 0;
  Severity severity = Severity::error;
  std::string message, remedy;
};

// A text of the file as the parser gives it, and where it begins in what was parsed.
struct YamlScalar {
  std::string_view source;
  size_t position = 0;
  int line = 0;
  std::string_view value;
  bool plain = false;  // without quotes
};

// Tabs and no-break spaces where YAML wants blanks.
std::vector<YamlComplaint> complaints_about_lines(std::string_view text, int first_line);

// A # that cuts it off, quotation marks of a book, characters that an escape smuggles in, tabs.
void judge_scalar(const YamlScalar& scalar, std::vector<YamlComplaint>& complaints);

// A complaint of the parser in an editor's words.
std::string yaml_reason(const std::string& reason);

// What to do about a complaint of the parser about line `line` of `text`, from 0.
std::string yaml_remedy(const std::string& reason, std::string_view text, int line);

}  // namespace kiosk::publish

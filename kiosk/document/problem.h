// A page as it was read, with what is wrong in its Markdown.
#pragma once

#include <string>
#include <vector>

#include "kiosk/document/document.h"

namespace kiosk::document {

struct Problem {
  int line = 0;         // of the text handed in, from 1
  std::string message;  // what is wrong and what to write instead, for content staff
};

struct ReadMarkdown {
  Document document;              // what could be read, even beside problems
  std::vector<Problem> problems;  // in order of lines; empty: all is well
};

}  // namespace kiosk::document

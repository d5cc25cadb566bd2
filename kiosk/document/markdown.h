// Reads the Markdown of a page (content/AUTHORING.md says which part of Markdown that is) into a Document.
// Strict on purpose: what the screen cannot draw or the voice cannot speak is a problem with a line and a remedy,
// never dropped. Safe on any bytes: size, depth and time are bounded.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/document/document.h"
#include "kiosk/document/problem.h"

namespace kiosk::document {

inline constexpr size_t kMaxMarkdownBytes = 64 * 1024;

// For the builder: everything that is wrong, at once (at most 100 problems).
ReadMarkdown read_markdown(std::string_view text);

// For everyone else. Error: Code::invalid with the first problem and its line.
Result<Document> parse_markdown(std::string_view text);

}  // namespace kiosk::document

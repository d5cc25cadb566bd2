// What `kioskctl content` says at the end: for people as lines, for machines as JSON.
#pragma once

#include <string>
#include <vector>

#include "kiosk/publish/coverage.h"
#include "kiosk/publish/problem.h"

namespace kiosk::publish {

// One line a problem, then how many there are.
std::string problems_text(const Problems& problems);

// A table of the languages; below it, file by file, what is stale, unreviewed or missing. Languages without any page
// stand in one line at the end.
std::string coverage_text(const std::vector<LanguageCoverage>& coverage);

// {"errors": 1, "warnings": 0, "problems": [{"file", "line", "severity", "message", "remedy"}], "languages": [...]}
std::string report_json(const Problems& problems, const std::vector<LanguageCoverage>& coverage);

}  // namespace kiosk::publish

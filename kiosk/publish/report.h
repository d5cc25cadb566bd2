// What `kioskctl content` says at the end: for people as lines, for machines as JSON.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "kiosk/publish/coverage.h"
#include "kiosk/publish/problem.h"

namespace kiosk::publish {

enum class Detail { news, everything };

// How a problem is known again, whatever line it has moved to.
std::string problem_key(const Problem& problem);

// Errors first, one line each; then the warnings; then how many there are. Of the warnings that were `seen` before, and
// of the rest of a long list, only the number.
std::string problems_text(const Problems& problems, const std::set<std::string>& seen = {},
                          Detail detail = Detail::everything);

// A table of the languages; below it what is stale, unreviewed or missing: how many, or file by file. Languages without
// any page are in one line at the end.
std::string coverage_text(const std::vector<LanguageCoverage>& coverage, Detail detail = Detail::everything);

// {"errors": 1, "warnings": 0, "problems": [{"file", "line", "severity", "message", "remedy"}], "languages": [...]}
std::string report_json(const Problems& problems, const std::vector<LanguageCoverage>& coverage);

}  // namespace kiosk::publish

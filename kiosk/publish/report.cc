#include "kiosk/publish/report.h"
#include "kiosk/json/json.h"

#include <cstdio>

namespace kiosk::publish {
namespace {

constexpr size_t kMostNewWarnings = 20;

std::string counted(size_t count, const char* one, const char* many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

void append_list(std::string& text, const char* title, const std::vector<std::string>& files) {
  if (files.empty()) return;
  text += "    " + std::string(title) + " (" + std::to_string(files.size()) + "):\n";
  for (const std::string& file : files) text += "      " + file + "\n";
}

json::Ordered share_json(const Share& share) { return {{"done", share.done}, {"of", share.of}}; }

}  // namespace

std::string problem_key(const Problem& problem) { return problem.place.file + ": " + problem.message; }

std::string problems_text(const Problems& problems, const std::set<std::string>& seen, Detail detail) {
  if (problems.errors() + problems.warnings() == 0) return "No problems.\n";
  std::string errors, warnings;
  size_t shown = 0, left = 0;
  for (const Problem& problem : problems.sorted()) {
    bool all = detail == Detail::everything;
    if (problem.severity == Severity::error) {
      errors += to_string(problem) + "\n";
    } else if (all || (shown < kMostNewWarnings && !seen.contains(problem_key(problem)))) {
      warnings += to_string(problem) + "\n";
      ++shown;
    } else {
      ++left;
    }
  }
  std::string text = errors + warnings + counted(problems.errors(), "error", "errors") + ", " +
                     counted(problems.warnings(), "warning", "warnings");
  if (left > 0) text += "; " + std::to_string(left) + " of these are not shown here, --all shows them";
  return text + ".\n";
}

std::string coverage_text(const std::vector<LanguageCoverage>& coverage, Detail detail) {
  std::string text = "Language     pages        news         contacts     sections     words\n";
  std::string lists, empty;
  for (const LanguageCoverage& language : coverage) {
    if (!language.offered) {
      empty += (empty.empty() ? "" : ", ") + language.tag.str();
      continue;
    }
    char tag[16];
    std::snprintf(tag, sizeof tag, "%-9s", language.tag.str().c_str());
    text += tag;
    for (const Share* share :
         {&language.topics, &language.news, &language.contacts, &language.sections, &language.words}) {
      char cell[64];
      std::snprintf(cell, sizeof cell, "%4d %% %-6s", share->percent(),
                    ("(" + std::to_string(share->done) + ")").c_str());
      text += cell;
    }
    text += "\n";
    if (language.missing.empty() && language.stale.empty() && language.unreviewed.empty()) continue;
    if (detail == Detail::news) {
      lists += "  " + language.tag.str() + ": " + std::to_string(language.missing.size()) + " missing, " +
               std::to_string(language.stale.size()) + " made from an older text, " +
               std::to_string(language.unreviewed.size()) + " not yet read by a native speaker\n";
      continue;
    }
    lists += "  " + language.tag.str() + ":\n";
    append_list(lists, "made from an older text", language.stale);
    append_list(lists, "missing", language.missing);
    append_list(lists, "not yet read by a native speaker, shown with a note", language.unreviewed);
  }
  text += lists;
  if (!empty.empty()) text += "Without any page, so not offered: " + empty + "\n";
  return text;
}

std::string report_json(const Problems& problems, const std::vector<LanguageCoverage>& coverage) {
  json::Ordered report;
  report["errors"] = problems.errors();
  report["warnings"] = problems.warnings();
  report["problems"] = json::Ordered::array();
  for (const Problem& problem : problems.sorted()) {
    report["problems"].push_back({{"file", problem.place.file},
                                  {"line", problem.place.line},
                                  {"severity", problem.severity == Severity::error ? "error" : "warning"},
                                  {"message", problem.message},
                                  {"remedy", problem.remedy}});
  }
  report["languages"] = json::Ordered::array();
  for (const LanguageCoverage& language : coverage) {
    report["languages"].push_back({{"tag", language.tag.str()},
                                   {"name", language.name},
                                   {"offered", language.offered},
                                   {"pages", share_json(language.topics)},
                                   {"news", share_json(language.news)},
                                   {"contacts", share_json(language.contacts)},
                                   {"sections", share_json(language.sections)},
                                   {"words", share_json(language.words)},
                                   {"missing", language.missing},
                                   {"stale", language.stale},
                                   {"unreviewed", language.unreviewed}});
  }
  return json::pretty(report, 2);
}

}  // namespace kiosk::publish

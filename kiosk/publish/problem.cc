#include "kiosk/publish/problem.h"

#include <algorithm>

namespace kiosk::publish {

void Problems::error(Place place, std::string message, std::string remedy) {
  all_.push_back({std::move(place), Severity::error, std::move(message), std::move(remedy)});
  ++errors_;
}

void Problems::warning(Place place, std::string message, std::string remedy) {
  all_.push_back({std::move(place), Severity::warning, std::move(message), std::move(remedy)});
}

std::vector<Problem> Problems::sorted() const {
  std::vector<Problem> problems = all_;
  std::stable_sort(problems.begin(), problems.end(),
                   [](const Problem& a, const Problem& b) { return a.place < b.place; });
  problems.erase(std::unique(problems.begin(), problems.end()), problems.end());
  return problems;
}

std::string to_string(const Problem& problem) {
  std::string text = problem.place.file;
  if (problem.place.line > 0) text += ":" + std::to_string(problem.place.line);
  text += problem.severity == Severity::error ? ": error: " : ": warning: ";
  return text + problem.message + " Do this: " + problem.remedy;
}

namespace {

// Levenshtein distance.
size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<size_t> row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      size_t substituted = diagonal + (a[i - 1] != b[j - 1]);
      diagonal = row[j];
      row[j] = std::min({substituted, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row[b.size()];
}

}  // namespace

std::string nearest_name(std::string_view name, const std::vector<std::string_view>& allowed) {
  std::string_view best;
  size_t best_distance = std::max<size_t>(2, name.size() / 3) + 1;
  if (name.size() > 100) return {};
  for (std::string_view candidate : allowed) {
    if (name.size() > 3 && candidate.starts_with(name)) return std::string(candidate);
    size_t distance = edit_distance(name, candidate);
    if (distance < best_distance) best = candidate, best_distance = distance;
  }
  return std::string(best);
}

}  // namespace kiosk::publish

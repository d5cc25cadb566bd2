#include "kiosk/main/seen_problems.h"

#include <cstdlib>
#include <fstream>

#include "kiosk/crypto/sha256.h"
#include "kiosk/publish/report.h"

namespace kiosk {
namespace {

namespace fs = std::filesystem;

fs::path cache() {
  if (const char* folder = std::getenv("XDG_CACHE_HOME"); folder && *folder) return folder;
  if (const char* home = std::getenv("HOME"); home && *home) return fs::path(home) / ".cache";
  return {};
}

}  // namespace

SeenProblems::SeenProblems(const fs::path& content) {
  std::error_code error;
  fs::path folder = fs::canonical(content, error);
  if (error || cache().empty()) return;
  file_ = cache() / "kioskctl" / ("seen-" + crypto::sha256(folder.string()).hex().substr(0, 16));
  std::ifstream lines(file_);
  for (std::string line; std::getline(lines, line);) before_.insert(line);
}

void SeenProblems::remember(const publish::Problems& problems) const {
  if (file_.empty()) return;
  std::error_code ignored;
  fs::create_directories(file_.parent_path(), ignored);
  std::ofstream lines(file_);
  // Pages are not laid out while there is an error: what that finds must not come back as new afterwards.
  if (problems.errors() > 0)
    for (const std::string& key : before_) lines << key << "\n";
  for (const publish::Problem& problem : problems.sorted())
    if (problem.severity == publish::Severity::warning) lines << publish::problem_key(problem) << "\n";
}

}  // namespace kiosk

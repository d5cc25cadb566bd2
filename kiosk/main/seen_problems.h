// Which warnings somebody has seen already, so that the next check shows what is new. Kept in the user's own cache;
// where that cannot be written, everything is new every time.
#pragma once

#include <filesystem>
#include <set>
#include <string>

#include "kiosk/publish/problem.h"

namespace kiosk {

class SeenProblems {
 public:
  explicit SeenProblems(const std::filesystem::path& content);

  const std::set<std::string>& before() const { return before_; }
  void remember(const publish::Problems& problems) const;

 private:
  std::filesystem::path file_;  // empty: there is no place for it
  std::set<std::string> before_;
};

}  // namespace kiosk

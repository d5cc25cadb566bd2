// A small content folder without a mistake, for tests that break one thing in it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "kiosk/publish/content.h"
#include "kiosk/publish/content_check.h"
#include "kiosk/publish/problem.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::test {

class SampleContent {
 public:
  SampleContent();

  const std::filesystem::path& path() const { return folder_.path(); }

  void write(const std::string& file, const std::string& text);
  std::string read(const std::string& file) const;
  // REQUIRES: the file holds `from` exactly once.
  void replace(const std::string& file, const std::string& from, const std::string& to);
  void remove(const std::string& file);
  // Writes into each translation the hash of the source text as it is.
  void stamp();

  // Everything that the check finds, as the lines it prints.
  std::vector<std::string> problems() const;
  // All of them in one text; of a single problem, its line.
  std::string all_problems() const;

  // REQUIRES: the content can be read.
  publish::Content load() const;

  publish::CheckOptions options;

 private:
  TemporaryFolder folder_;
};

}  // namespace kiosk::test

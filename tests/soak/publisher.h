// An office that makes new content from the starter content each month and carries it round on a stick: a signed
// repository with a delta from the release before, in a folder.
#pragma once

#include <filesystem>
#include <string>

#include "kiosk/base/date.h"
#include "kiosk/base/instant.h"
#include "tests/support/repository_simulator.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::test {

class Publisher {
 public:
  // `content`: the folder of the starter content.
  Publisher(std::filesystem::path content, Instant now);

  // The root metadata that kiosks come with.
  std::string first_root() const { return repository_.files.at("metadata/1.root.json"); }

  // A catalog with this month's words and contacts verified on `day`, in `out`.
  void build_edition(Date day, const std::filesystem::path& out);

  // Writes the next edition onto the stick, in place of the one before.
  void write_stick(Date day, const std::filesystem::path& stick);

 private:
  std::filesystem::path content_;
  TemporaryFolder work_;
  RepositorySimulator repository_;
  std::string last_content_;
};

}  // namespace kiosk::test
